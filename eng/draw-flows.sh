#!/usr/bin/env bash
# Draws docs/flows.md from the tables of the flows.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

AMLSEC_DRAW_FLOWS=1 dotnet test tests/AmlSecurity.Domain.Tests --nologo --filter 'FullyQualifiedName~FlowsPageTests'
