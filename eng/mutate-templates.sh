#!/usr/bin/env bash
# Reads one million mutated templates and examples unless told otherwise: none may throw, none may take long.
# Usage: eng/mutate-templates.sh [documents]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export AMLSEC_TEMPLATES=${1:-1000000}
dotnet test tests/AmlSecurity.Domain.Tests -c Release --nologo \
    --filter 'FullyQualifiedName~MutatedTemplateTests' --logger 'console;verbosity=detailed'
