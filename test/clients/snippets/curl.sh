curl --silent --show-error --get 'http://localhost:8787/graphql' --data-urlencode \
  'query={ statements(first: 3) { nodes { text speakers { agent { name } } } } }'
