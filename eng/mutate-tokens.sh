#!/usr/bin/env bash
# Checks ten million mutated service tokens unless told otherwise: none may be accepted, none may throw.
# Usage: eng/mutate-tokens.sh [tokens]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_TOKENS=${1:-10000000}
dotnet test tests/AmlSecurity.Domain.Tests -c Release --nologo \
    --filter 'FullyQualifiedName~MutatedTokenTests' --logger 'console;verbosity=detailed'
