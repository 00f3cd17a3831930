"""Gathers names of wide coverage from the open gazetteers: a section for each list, one name a line."""
import csv, gzip, io, json, re, sys, unicodedata
root = sys.argv[1].rstrip("/") + "/"
def rows(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(root + path, "rt", encoding="utf-8-sig", errors="replace") as f: return list(csv.DictReader(f))
def lines(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(root + path, "rt", encoding="utf-8", errors="replace") as f: return f.read().split("\n")
def latin(name): return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or 0x2010 <= ord(c) <= 0x2027 for c in name)
lists = {}
def add(kind, name):
    name = re.sub(r"\s+", " ", name).strip(" ,.;")
    if len(name) > 1 and latin(name) and len(name.split()) <= 6: lists.setdefault(kind, set()).add(name)
for row in rows("names/common-forenames-by-country.csv"):
    for n in (row["Romanized Name"], row["Localized Name"]): add("forename", n)
for sex in ("female", "male"):
    for n in lines(f"names/us_census_{sex}_1990.txt"): add("forename", n.title())
for row in rows("names/common-surnames-by-country.csv"):
    for n in (row["Romanized Name"], row["Localized Name"]): add("commonSurname", n)
census = [n.title() for n in lines("names/us_census_surnames_1990.txt") if n]
for n in census[:4000]: add("commonSurname", n)
for n in census[4000:60000]: add("rareSurname", n)
for row in rows("geonames_cities1000.csv.gz"):
    add("smallPlace", row["name"])
    add("largePlace", row["admin1"]); add("middlePlace", row["admin2"])
for row in rows("country_codes.csv"):
    for key, n in row.items():
        if n and any(k in key for k in ("English", "official_name_en", "CLDR display name", "Capital", "official_name_fr", "French Short", "Spanish Short")):
            add("territory", re.sub(r"\s*\(.*\)", "", n))
for line in lines("rigour_territories.jsonl"):
    if not line.strip(): continue
    t = json.loads(line)
    for n in [t.get("name", ""), t.get("full_name", "")] + t.get("names_strong", []) + t.get("names_weak", []):
        if len(n) > 3: add("territory", n)
def petrarch(path):
    for line in lines(path):
        line = line.split("#")[0].split("\t")[0]
        line = re.sub(r"\[.*", "", line).strip()
        if not line or line[0] in "<~!": continue
        name = line.lstrip("+").replace("_", " ").strip()
        name = re.sub(r"\s*\(.*?\)", "", name)
        yield " ".join(w.title() if w.isalpha() and len(w) > 3 else w for w in name.split())
forenames = {n.lower() for n in lists["forename"]}
for n in petrarch("petrarch/Phoenix.International.actors.txt.gz"):
    add("leader" if n.split() and n.split()[0].lower() in forenames else "organisation", n)
for n in petrarch("petrarch/Phoenix.MilNonState.actors.txt"): add("armedGroup", n)
for n in petrarch("petrarch/Phoenix.Countries.actors.txt.gz"):
    add("leader" if len(n.split()) > 1 and n.split()[0].lower() in forenames else "countryActor", n)
for n in petrarch("petrarch/CAMEO.EthnicGroups.actors.txt"): add("people", n)
for n in petrarch("petrarch/CAMEO.ReligiousGroups.actors.txt"): add("people", n)
for n in petrarch("petrarch/Phoenix.agents.txt"):
    if "!" not in n: add("role", n.lower())
suffix = re.compile(r"(,? (Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|plc|PLC|LP|L\.P|LLC|N\.V|S\.A|AG|Group|Holdings?|Trust|Partners|The|Class [A-Z]))*[.,]*$")
def company(n):
    n = re.split(r" (Common|Ordinary|American Depositary|Depositary|Class [A-Z] |Units?|Preferred|Warrants|Notes|Shares|Series)\b|\(|%|\$", n)[0]
    n = n.strip(" ,.-")
    add("company", n)
    short = suffix.sub("", n).strip(" ,.")
    if len(short) > 2: add("company", short)
for row in rows("sp500.csv"): company(row["Security"])
for row in rows("nyse_listed.csv"): company(row["Company Name"])
for n in lines("us_congress_current.txt"): add("leader", n)
for line in lines("us_congress_committees.yaml"):
    m = re.match(r"\s*-?\s*name: ['\"]?(.*?)['\"]?$", line)
    if m: add("organisation", m.group(1)); add("organisation", re.sub(r"^(House|Senate) ", "", m.group(1)))
for line in lines("rigour_org_types.yml"):
    m = re.match(r"\s*- (?:display: )?['\"]?([^#'\"]+)", line)
    if m and not m.group(1).startswith(("generic", "compare")): add("organisationType", m.group(1))
order = "forename commonSurname rareSurname largePlace middlePlace smallPlace territory organisation armedGroup company leader countryActor people role organisationType".split()
out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
for kind in order:
    out.write(f"[{kind}]\n")
    for n in sorted(lists.get(kind, ())): out.write(n + "\n")
    print(kind, len(lists.get(kind, ())), file=sys.stderr)
