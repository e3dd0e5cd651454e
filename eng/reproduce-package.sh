#!/usr/bin/env bash
# Packs the committed tree in two folders of different names, and compares packages and symbols byte for byte.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CI=true SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export CI SOURCE_DATE_EPOCH MSBUILDDISABLENODEREUSE=1

for folder in first a-folder-of-another-name; do
    git clone -q . "$work/$folder"
    (cd "$work/$folder" && dotnet pack src/AmlSecurity.Domain -c Release -nologo -v quiet -o "$work/$folder.packed")
done

count=0
for packed in "$work"/first.packed/*pkg; do
    cmp "$packed" "$work/a-folder-of-another-name.packed/${packed##*/}"
    sha256sum "$packed" | sed "s|$work/first.packed/||"
    count=$((count + 1))
done
if ((count != 2)); then
    echo "expected a package and its symbols, found $count" >&2
    exit 1
fi
echo 'the package is the same to the byte from both folders'
