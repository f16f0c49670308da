#!/bin/sh
# induct with a Node of its own. Finds its own folder, also through a symbolic link, and needs no other program
# unless there is a link.
self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=${self%/*}/$target ;;
  esac
done
case $self in
  */*) here=${self%/*} ;;
  *) here=. ;;
esac
exec "$here/node/node" "$here/app/bin/induct.js" "$@"
