/**
 * Opens a file or a web address with the system's own program: the browser, Word, a PDF reader.
 * @returns false where there is no screen to open it on, or no program to open it with
 */
export async function openTarget(target: string, env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const headless = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY && !env.WSL_DISTRO_NAME;
  if (headless) return false;
  try {
    const { default: open } = await import('open');
    const opener = await open(target);
    return await new Promise<boolean>((resolve) => {
      opener.once('error', () => resolve(false));
      opener.once('spawn', () => resolve(true));
    });
  } catch {
    return false;
  }
}
