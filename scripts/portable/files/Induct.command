#!/bin/sh
# Opened by a double click: shows what comes next and waits for commands.
here=${0%/*}
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ] && [ -z "${INDUCT_ACCESSIBLE:-}" ]; then
  # Asks the window for 40 lines of 100 columns.
  printf '\033[8;40;100t'
fi
exec "$here/node/node" "$here/app/bin/window.js"
