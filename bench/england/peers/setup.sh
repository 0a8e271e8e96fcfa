#!/usr/bin/env bash
# Puts the peers that Kith is measured against into a folder outside the repository, at the versions that were measured:
#   bash bench/england/peers/setup.sh /tmp/kith-peers
# Nothing of Kith depends on them. PostgreSQL is the one that is installed (15 was measured), SQLite the one in Python.
set -euo pipefail

to=${1:?Say where to put the peers, like /tmp/kith-peers}
mkdir -p "$to"
cd "$to"
[ -f package.json ] || echo '{ "private": true }' > package.json
npm install --save-exact --no-audit --no-fund chdb@3.4.0
python3 -m venv python
python/bin/pip install --quiet polars==1.44.2 'psycopg[binary]==3.3.6'
