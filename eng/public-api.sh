#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt and PublicAPI.Unshipped.<Room>.txt anew from what the compiler sees as public.
# Whatever PublicAPI.Shipped.txt declares stays there; lines that start with *REMOVED* are a decision and are kept.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/.."

library=src/AmlSecurity.Domain
root=AmlSecurity.Domain
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/kept" "$work/lines"

# Empties the files, so that everything that is not shipped is reported. A failed run restores them.
for file in "$library"/PublicAPI.Unshipped*.txt; do
    cp "$file" "$work/kept/"
    { echo '#nullable enable'; grep '^\*REMOVED\*' "$file" || true; } >"$work/emptied"
    cp "$work/emptied" "$file"
done
restore() {
    rm -f "$library"/PublicAPI.Unshipped*.txt
    cp "$work"/kept/* "$library/"
    rm -rf "$work"
}
trap restore EXIT

# RS0016 comes from an analyzer, so the build fails here by design; an error of another kind is a real one.
build() {
    dotnet build "$library" --no-incremental -nologo -v:quiet -clp:NoSummary -tl:off 2>&1
}
built=true
build >"$work/log" || built=false
if grep -E 'error (CS|MSB|NU|NETSDK)[0-9]+' "$work/log" >"$work/real"; then
    sort -u "$work/real" >&2
    echo "the library does not compile; the public API files are as they were" >&2
    exit 1
fi

sed -nE "s/^.*RS0016: Symbol '(.*)' is not part of the declared public API.*$/\1/p" "$work/log" | sort -u >"$work/api"
if [[ "$built" == false && ! -s "$work/api" ]]; then
    cat "$work/log" >&2
    echo "the build failed for another reason; the public API files are as they were" >&2
    exit 1
fi

# The room is the folder after the root namespace, at the first place where a line names it.
while IFS= read -r line; do
    rest=${line#*"$root".}
    room=${rest%%[!A-Za-z0-9_]*}
    [[ -d "$library/$room" ]] || room=
    printf '%s\n' "$line" >>"$work/lines/${room:-$root}"
done <"$work/api"

for folder in "$library"/*/; do
    room=$(basename "$folder")
    [[ "$room" == bin || "$room" == obj ]] || touch "$work/lines/$room"
done
touch "$work/lines/$root"

for lines in "$work"/lines/*; do
    room=$(basename "$lines")
    file=$library/PublicAPI.Unshipped.$room.txt
    [[ "$room" == "$root" ]] && file=$library/PublicAPI.Unshipped.txt
    removed=$(grep -h '^\*REMOVED\*' "$file" 2>/dev/null || true)
    { echo '#nullable enable'; { [[ -z "$removed" ]] || echo "$removed"; cat "$lines"; } | sort -u; } >"$work/next"
    mv "$work/next" "$file"
done
trap 'rm -rf "$work"' EXIT

build >"$work/log" || true
if grep -E '(error|warning) RS00[0-9]+' "$work/log" | sort -u >&2; then
    echo "the public API files do not agree with the code" >&2
    exit 1
fi
echo "$(wc -l <"$work/api") unshipped public symbols in $(ls "$work/lines" | wc -l) files"
