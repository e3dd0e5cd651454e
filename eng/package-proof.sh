#!/usr/bin/env bash
# Packs the library, restores that very package into a program, publishes it as native code without a warning, runs it.
# Needs gcc or clang for the native code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

feed=$PWD/artifacts/package
proof=$PWD/artifacts/package-proof
project=tests/AmlSecurity.PackageProof

# Nothing of an earlier run may stand in for the package, not even one of the same version.
rm -rf "$feed" "$proof/bin" "$proof/obj" "$proof/packages/amlsecurity.domain"
mkdir -p "$feed"

dotnet pack src/AmlSecurity.Domain -c Release -warnaserror -nologo -o "$feed"

packed=("$feed"/AmlSecurity.Domain.*.nupkg)
version=${packed[0]##*/AmlSecurity.Domain.}
version=${version%.nupkg}
dotnet publish "$project" -c Release --use-current-runtime -warnaserror -nologo \
    -p:PackageProofVersion="$version" -o "$proof/bin/native"

# The managed files must be gone: what runs is native code.
if compgen -G "$proof/bin/native/*.dll" >/dev/null; then
    echo "the publish folder holds managed code" >&2
    exit 1
fi
"$proof/bin/native/AmlSecurity.PackageProof" "$feed"
