#!/usr/bin/env bash
# Opens one million mutated CMS messages unless told otherwise: none may throw, none may open to other data.
# Usage: eng/mutate-cms.sh [messages]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_CMS=${1:-1000000}
dotnet test tests/AmlSecurity.Domain.Tests -c Release --nologo \
    --filter 'FullyQualifiedName~MutatedCmsTests' --logger 'console;verbosity=detailed'
