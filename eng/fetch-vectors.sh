#!/usr/bin/env bash
# Usage: eng/fetch-vectors.sh <folder>
# Gets published test vectors by pinned commit into a folder and compares them with eng/vectors.sha256.
# Then run the tests with AMLSEC_VECTORS=<folder>.
#
# Not fetched, because they are not files of their upstream as they are; their tests stay skipped:
#   aml/                         Azure examples with line ends normalised and values redacted, and synthetic events
#   audit/activity-log/          one event out of a page of the Azure documentation
#   audit/jcs/es6numbers_10000.txt   the first lines of a far larger release file
#   audit/notes/                 two checkpoints out of the source of a test (transparency-dev/formats)
#   crypto/cms/                  made with OpenSSL
#   crypto/nist/                 NIST publishes key wrap vectors as an archive without a commit (CAVP, kwtestvectors.zip)
#   jwt/                         own cases, and claims out of a page of the Azure documentation
#   rbac/                        built-in roles sorted by name, lists and expectations drawn from the documentation
set -euo pipefail

if (($# != 1)); then
    echo "usage: $0 <folder>" >&2
    exit 2
fi

manifest=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/vectors.sha256
mkdir -p "$1"
cd "$1"

# The address of a file, by its place in the folder.
address() {
    local raw=https://raw.githubusercontent.com
    case $1 in
        crypto/wycheproof/LICENSE) echo "$raw/C2SP/wycheproof/dac1dd4729fd1f8dd9e1e9f3dce51d783da6c166/LICENSE" ;;
        crypto/wycheproof/*)
            echo "$raw/C2SP/wycheproof/dac1dd4729fd1f8dd9e1e9f3dce51d783da6c166/testvectors_v1/${1#crypto/wycheproof/}" ;;
        audit/merkle/*)
            echo "$raw/transparency-dev/merkle/417fb0c314750d94e53942e9f92e79b6d35915db/testdata/${1#audit/merkle/}" ;;
        audit/jcs/*)
            echo "$raw/cyberphone/json-canonicalization/19d51d7fe467d4706a3ff08adf8a748f29fc21e0/testdata/${1#audit/jcs/}" ;;
        *) echo "no address is known for $1" >&2; return 1 ;;
    esac
}

while read -r _ path; do
    if [[ ! -f "$path" ]]; then
        from=$(address "$path")
        mkdir -p "$(dirname "$path")"
        curl --fail --silent --show-error --location --retry 3 --output "$path.part" "$from"
        mv "$path.part" "$path"
    fi
done <"$manifest"

sha256sum --check --quiet "$manifest"
echo "$(wc -l <"$manifest") files are there and as they were when pinned"
