import json, sys, urllib.request

query = """query About($name: ID!) {
  statements(filter: {about: [$name]}, first: 3) { edges { node { text speaker { name } } } }
}"""
body = json.dumps({"query": query, "variables": {"name": "Tamsen"}}).encode()
request = urllib.request.Request(sys.argv[1], body, {"Content-Type": "application/json"})
answer = json.load(urllib.request.urlopen(request))
for edge in answer["data"]["statements"]["edges"]:
    print(f"{(edge['node']['speaker'] or {'name': '?'})['name']}: {edge['node']['text']}")
