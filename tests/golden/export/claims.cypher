// Knowledge graph written by newsgraph; load it with cypher-shell -f.
CREATE CONSTRAINT newsgraph_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT newsgraph_document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT newsgraph_claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_CONSULT_id` IF NOT EXISTS FOR ()-[r:`CONSULT`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_LOCATED_id` IF NOT EXISTS FOR ()-[r:`LOCATED`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_OTHER_id` IF NOT EXISTS FOR ()-[r:`OTHER`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_REJECT_id` IF NOT EXISTS FOR ()-[r:`REJECT`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_STATE_id` IF NOT EXISTS FOR ()-[r:`STATE`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_SUPPORT_id` IF NOT EXISTS FOR ()-[r:`SUPPORT`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_odd__class____u0060_id` IF NOT EXISTS FOR ()-[r:`odd__class____u0060`]-() REQUIRE r.id IS UNIQUE;
CREATE FULLTEXT INDEX newsgraph_entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases];
UNWIND [
'd_93d2ebbc319707a6\fhttps://news.example/a 1?x=<y>&z="q"\fKeller\'s "no": \\ back\nand forth\fhttps://news.example/a 1?x=<y>&z="q"\fThe Norland Courier\fInes O\'Hara\f2024-05-01\f\fen',
'd_b49eb76da9ad850d\fwire/2.txt\f\f\f\f\f2024-05\f\f',
'd_2e7d2c03a9507ae2\fc\fAn undated note\fjavascript:alert(1)\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{key:f[1],title:CASE f[2] WHEN '' THEN null ELSE f[2] END,url:CASE f[3] WHEN '' THEN null ELSE f[3] END,outlet:CASE f[4] WHEN '' THEN null ELSE f[4] END,author:CASE f[5] WHEN '' THEN null ELSE f[5] END,published:CASE f[6] WHEN '' THEN null ELSE f[6] END,modified:CASE f[7] WHEN '' THEN null ELSE f[7] END,language:CASE f[8] WHEN '' THEN null ELSE f[8] END}} AS row
MERGE (d:Document {id: row.id}) SET d += row.props;
UNWIND [
'e_000000000000000e\f\fdate\fvalue\f\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Date`:`Value`;
UNWIND [
'e_0000000000000002\fÖstvik visit\fevent\fevent\f\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Event`;
UNWIND [
'e_000000000000000a\f</script><b>]]>&amp;<!--\flaw\fentity\f</script><b>]]>&amp;<!--\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Law`;
UNWIND [
'e_000000000000000c\f9.8 billion dollars\fmoney\fvalue\f\f\fUSD 9800000000\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Money`:`Value`;
UNWIND [
'e_000000000000000b\fx\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `\fnationality\fentity\fx\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Nationality`;
UNWIND [
'e_0000000000000004\fnode\forganization\fentity\fnode\f\f\f1\f1\f\f\fsaid',
'e_0000000000000005\f"O\'Neil" & <Sons> \\\forganization\fentity\f"O\'Neil" & <Sons> \\\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Organization`;
UNWIND [
'e_0000000000000006\fbell, escape, nullbyte\ttab\r\nline\fother\fentity\fbell, escape, null\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Other`;
UNWIND [
'e_000000000000000d\fpeace talks\fother\fconcept\f\f\f\f1\f1\f\f\ffailed'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Other`:`Concept`;
UNWIND [
'e_0000000000000001\fMarta Keller\fperson\fentity\fMarta Keller\bKeller | M.\fPrime Minister\f\f9\f3\f2024-05\f2024-05-01\f',
'e_0000000000000009\f‮מרתה קלר‬\fperson\fentity\f‮מרתה קלר‬\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Person`;
UNWIND [
'e_0000000000000003\fÖstvik\fplace\fentity\fÖstvik\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Place`;
UNWIND [
'e_0000000000000008\f🕊 dove 𝔘𝔫\fproduct\fentity\f🕊 dove 𝔘𝔫\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Product`;
UNWIND [
'e_0000000000000007\fhalf ���, lone ���, , ��\fwork\fentity\fhalf ���, lone ���, , ��\f\f\f1\f1\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],type:f[2],node_kind:f[3],aliases:CASE f[4] WHEN '' THEN null ELSE split(f[4], '\b') END,titles:CASE f[5] WHEN '' THEN null ELSE split(f[5], '\b') END,value:CASE f[6] WHEN '' THEN null ELSE f[6] END,mentions:CASE f[7] WHEN '' THEN null ELSE toInteger(f[7]) END,articles:CASE f[8] WHEN '' THEN null ELSE toInteger(f[8]) END,first_seen:CASE f[9] WHEN '' THEN null ELSE f[9] END,last_seen:CASE f[10] WHEN '' THEN null ELSE f[10] END,statements:CASE f[11] WHEN '' THEN null ELSE split(f[11], '\b') END}} AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Work`;
UNWIND [
'r_0000000000000015\fe_0000000000000001\fe_0000000000000003\fnot visited\fvisited\fvisited\fvisited\fCONSULT\fnegated\factual\ffalse\ffalse\f09/10\f1\f1\f2024-05-01\f2024-05-01\f\f\f\f\f\f\f\f\f',
'r_0000000000000017\fe_0000000000000001\fe_0000000000000003\fvisited\fvisited\fvisited\fvisited\fCONSULT\faffirmed\factual\ftrue\ftrue\f1/1\f1\f1\f\f\f\f\f\f\f\f\f\f\f',
'r_0000000000000019\fe_0000000000000001\fe_0000000000000003\fvisit (planned)\fvisit\fvisit\fvisit\fCONSULT\faffirmed\fplanned\ffalse\ffalse\f09/10\f1\f1\f2024-05\f2024-05\f\f\f\f\f\f\f\f\f',
'r_000000000000001b\fe_0000000000000001\fe_0000000000000003\fcalled on\fcalled on\fcalled on\fcalled on\fCONSULT\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\f2024-05\f2024-05\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`CONSULT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'r_0000000000000013\fe_0000000000000002\fe_0000000000000003\fto\fto\fto\fto\fLOCATED\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\f2024-05-01\f2024-05-01\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`LOCATED` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'r_0000000000000021\fe_0000000000000006\fe_0000000000000007\fl\'été "quoted"\n%41\fl\'été "quoted"\n%41\fl\'été "quoted"\n%41\fl\'été "quoted"\n%41\f\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\f2024-05\f2024-05\f\f\f\f\f\f\f\f\f',
'r_0000000000000023\fe_0000000000000008\fe_0000000000000009\f🕊\f🕊\f🕊\f🕊\fOTHER\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\f2024-05\f2024-05\f\f\f\f\f\f\f\f\f',
'r_0000000000000027\fe_0000000000000009\fe_000000000000000c\fcosts\fcosts\fcosts\fcosts\fOTHER\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\f2024-05\f2024-05\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`OTHER` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'r_0000000000000011\fe_0000000000000001\fe_0000000000000002\fdeclined\fdeclined\fdeclined\fdeclined\fREJECT\faffirmed\factual\ftrue\ffalse\f09/10\f2\f2\f2024-05\f2024-05-01\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`REJECT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'r_0000000000000025\fe_000000000000000b\fe_000000000000000b\fis\fis\fis\fis\fSTATE\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\f2024-05\f2024-05\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`STATE` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'r_000000000000001d\fe_0000000000000004\fe_000000000000000a\fbacks (reported)\fbacks\fbacks\fbacks\fSUPPORT\faffirmed\factual\ffalse\ffalse\f07/10\f1\f1\f2023/2024-02\f2023/2024-02\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`SUPPORT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'r_000000000000001f\fe_0000000000000005\fe_0000000000000006\fx`]->() DETACH DELETE n //\fx`]->() DETACH DELETE n //\fx`]->() DETACH DELETE n //\fx`]->() DETACH DELETE n //\fodd `class`; \\u0060\faffirmed\factual\ftrue\ffalse\f09/10\f1\f1\fXXXX-02-05\fXXXX-02-05\f\f\f\f\f\f\f\f\f'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],s:f[1],o:f[2],props:{label:f[3],predicate:CASE f[4] WHEN '' THEN null ELSE f[4] END,canonical:CASE f[5] WHEN '' THEN null ELSE f[5] END,readable:CASE f[6] WHEN '' THEN null ELSE f[6] END,relation_class:CASE f[7] WHEN '' THEN null ELSE f[7] END,polarity:f[8],modality:f[9],asserted:f[10] = 'true',contested:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,support:CASE f[13] WHEN '' THEN null ELSE toInteger(f[13]) END,evidence_count:CASE f[14] WHEN '' THEN null ELSE toInteger(f[14]) END,first_date:CASE f[15] WHEN '' THEN null ELSE f[15] END,last_date:CASE f[16] WHEN '' THEN null ELSE f[16] END,evidence:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,article_ids:CASE f[18] WHEN '' THEN null ELSE split(f[18], '\b') END,article_keys:CASE f[19] WHEN '' THEN null ELSE split(f[19], '\b') END,article_titles:CASE f[20] WHEN '' THEN null ELSE split(f[20], '\b') END,article_urls:CASE f[21] WHEN '' THEN null ELSE split(f[21], '\b') END,article_dates:CASE f[22] WHEN '' THEN null ELSE split(f[22], '\b') END,attributions:CASE f[23] WHEN '' THEN null ELSE split(f[23], '\b') END,event_dates:CASE f[24] WHEN '' THEN null ELSE split(f[24], '\b') END,claim_ids:CASE f[25] WHEN '' THEN null ELSE split(f[25], '\b') END}} AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`odd__class____u0060` {id: row.id}]->(b) SET r += row.props;
UNWIND [
'c_000000000000000f\fMarta Keller declined Östvik visit\fr_0000000000000011\f\f\fdeclined\fdeclined\fdeclined\fREJECT\faffirmed\factual\ftrue\f09/10\f2024-05-01\f\fverb\f\fagain\bon 1 May\fKeller declined the visit to "Östvik" | again \\.\f0\f49\f0\f6\f7\f15\f47\f49',
'c_0000000000000010\fMarta Keller declined Östvik visit\fr_0000000000000011\f\f\fdeclined\fdeclined\fdeclined\fREJECT\faffirmed\factual\ffalse\f055/100\f\f2024-04-30\fverb\fThe wire (reported) > Keller (said)\f\fKeller\'s office says she declined.\f0\f34\f0\f8\f9\f15\f25\f34',
'c_0000000000000012\fÖstvik visit to Östvik\fr_0000000000000013\f\f\fto\fto\fto\fLOCATED\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\fThe visit to Östvik.\f50\f71\f50\f53\f54\f59\f63\f71',
'c_0000000000000014\fMarta Keller not visited Östvik\fr_0000000000000015\f\f\fvisited\fvisited\fvisited\fCONSULT\fnegated\factual\ftrue\f09/10\f\f\fverb\f\f\fKeller did not visit Östvik.\f72\f101\f72\f78\f79\f82\f93\f101',
'c_0000000000000016\fMarta Keller visited Östvik\fr_0000000000000017\f\f\fvisited\fvisited\fvisited\fCONSULT\faffirmed\factual\ftrue\f1/1\f\f\fverb\f\f\fKeller visited Östvik.\f0\f23\f0\f6\f7\f14\f15\f23',
'c_0000000000000018\fMarta Keller visit (planned) Östvik\fr_0000000000000019\f\f\fvisit\fvisit\fvisit\fCONSULT\faffirmed\fplanned\ftrue\f09/10\f\f\fverb\f\f\fKeller will visit Östvik.\f35\f61\f35\f41\f42\f46\f53\f61',
'c_000000000000001a\fMarta Keller called on Östvik\fr_000000000000001b\f\f\fcalled on\fcalled on\fcalled on\fCONSULT\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\fKeller called on Östvik.\f62\f87\f62\f68\f69\f75\f79\f87',
'c_000000000000001c\fnode backs (reported) </script><b>]]>&amp;<!--\fr_000000000000001d\f\f\fbacks\fbacks\fbacks\fSUPPORT\faffirmed\factual\ffalse\f07/10\f2023/2024-02\f\fverb\fA source (said)\f\fA source said node backs the law.\f88\f121\f88\f89\f90\f96\f117\f121',
'c_000000000000001e\f"O\'Neil" & <Sons> \\ x`]->() DETACH DELETE n // bell, escape, nullbyte\ttab\r\nline\fr_000000000000001f\f\f\fx`]->() DETACH DELETE n //\fx`]->() DETACH DELETE n //\fx`]->() DETACH DELETE n //\fodd `class`; \\u0060\faffirmed\factual\ftrue\f09/10\fXXXX-02-05\f\fverb\f\f\fedge node -> graph { strict }\f122\f151\f122\f126\f127\f131\f150\f151',
'c_0000000000000020\fbell, escape, nullbyte\ttab\r\nline l\'été "quoted"\n%41 half ���, lone ���, , ��\fr_0000000000000021\f\f\fl\'été "quoted"\n%41\fl\'été "quoted"\n%41\fl\'été "quoted"\n%41\f\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\f\f152\f154\f152\f154\f\f\f152\f154',
'c_0000000000000022\f🕊 dove 𝔘𝔫 🕊 ‮מרתה קלר‬\fr_0000000000000023\f\f\f🕊\f🕊\f🕊\fOTHER\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\f🕊 flies  over\f155\f173\f155\f159\f160\f168\f169\f173',
'c_0000000000000024\fx\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 ` is x\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `\fr_0000000000000025\f\f\fis\fis\fis\fSTATE\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\fx\'}) //\f174\f181\f174\f178\f179\f181\f179\f181',
'c_0000000000000026\f‮מרתה קלר‬ costs 9.8 billion dollars\fr_0000000000000027\f\f\fcosts\fcosts\fcosts\fOTHER\faffirmed\factual\ftrue\f09/10\f2024\f\fverb\f\f\fIt costs 9.8 billion dollars.\f182\f211\f182\f184\f185\f190\f203\f211',
'c_0000000000000028\fpeace talks failed\fr_0000000000000029\f\f\ffailed\ffailed\ffailed\fOTHER\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\fThe talks failed, node said.\f102\f130\f102\f105\f106\f111\f125\f130',
'c_000000000000002a\fnode said\fr_000000000000002b\fr_0000000000000029\f\fsaid\fsaid\fsaid\fOTHER\faffirmed\factual\ftrue\f09/10\f\f\fverb\f\f\fThe talks failed, node said.\f102\f130\f131\f137\f\f\f131\f137'
] AS row
WITH split(row, '\f') AS f WITH {id:f[0],props:{name:f[1],relation_id:f[2],object_relation:CASE f[3] WHEN '' THEN null ELSE f[3] END,object_text:CASE f[4] WHEN '' THEN null ELSE f[4] END,predicate:CASE f[5] WHEN '' THEN null ELSE f[5] END,canonical:CASE f[6] WHEN '' THEN null ELSE f[6] END,readable:CASE f[7] WHEN '' THEN null ELSE f[7] END,relation_class:CASE f[8] WHEN '' THEN null ELSE f[8] END,polarity:f[9],modality:f[10],own_voice:f[11] = 'true',confidence:CASE f[12] WHEN '' THEN null ELSE 1.0 * toInteger(split(f[12], '/')[0]) / toInteger(split(f[12], '/')[1]) END,event_date:CASE f[13] WHEN '' THEN null ELSE f[13] END,statement_date:CASE f[14] WHEN '' THEN null ELSE f[14] END,rule:CASE f[15] WHEN '' THEN null ELSE f[15] END,attribution:CASE f[16] WHEN '' THEN null ELSE f[16] END,qualifiers:CASE f[17] WHEN '' THEN null ELSE split(f[17], '\b') END,sentence:f[18],sentence_begin:CASE f[19] WHEN '' THEN null ELSE toInteger(f[19]) END,sentence_end:CASE f[20] WHEN '' THEN null ELSE toInteger(f[20]) END,subject_begin:CASE f[21] WHEN '' THEN null ELSE toInteger(f[21]) END,subject_end:CASE f[22] WHEN '' THEN null ELSE toInteger(f[22]) END,predicate_begin:CASE f[23] WHEN '' THEN null ELSE toInteger(f[23]) END,predicate_end:CASE f[24] WHEN '' THEN null ELSE toInteger(f[24]) END,object_begin:CASE f[25] WHEN '' THEN null ELSE toInteger(f[25]) END,object_end:CASE f[26] WHEN '' THEN null ELSE toInteger(f[26]) END}} AS row
MERGE (c:Claim {id: row.id}) SET c += row.props;
UNWIND [
'c_000000000000000f\fe_0000000000000001\fd_93d2ebbc319707a6',
'c_0000000000000010\fe_0000000000000001\fd_b49eb76da9ad850d',
'c_0000000000000012\fe_0000000000000002\fd_93d2ebbc319707a6',
'c_0000000000000014\fe_0000000000000001\fd_93d2ebbc319707a6',
'c_0000000000000016\fe_0000000000000001\fd_2e7d2c03a9507ae2',
'c_0000000000000018\fe_0000000000000001\fd_b49eb76da9ad850d',
'c_000000000000001a\fe_0000000000000001\fd_b49eb76da9ad850d',
'c_000000000000001c\fe_0000000000000004\fd_b49eb76da9ad850d',
'c_000000000000001e\fe_0000000000000005\fd_b49eb76da9ad850d',
'c_0000000000000020\fe_0000000000000006\fd_b49eb76da9ad850d',
'c_0000000000000022\fe_0000000000000008\fd_b49eb76da9ad850d',
'c_0000000000000024\fe_000000000000000b\fd_b49eb76da9ad850d',
'c_0000000000000026\fe_0000000000000009\fd_b49eb76da9ad850d',
'c_0000000000000028\fe_000000000000000d\fd_93d2ebbc319707a6',
'c_000000000000002a\fe_0000000000000004\fd_93d2ebbc319707a6'
] AS row
WITH split(row, '\f') AS f WITH {c:f[0],s:f[1],d:f[2]} AS row
MATCH (c:Claim {id: row.c}) MATCH (s:Entity {id: row.s}) MATCH (d:Document {id: row.d}) MERGE (c)-[:SUBJECT]->(s) MERGE (c)-[:STANDS_IN]->(d);
UNWIND [
'c_000000000000000f\fe_0000000000000002',
'c_0000000000000010\fe_0000000000000002',
'c_0000000000000012\fe_0000000000000003',
'c_0000000000000014\fe_0000000000000003',
'c_0000000000000016\fe_0000000000000003',
'c_0000000000000018\fe_0000000000000003',
'c_000000000000001a\fe_0000000000000003',
'c_000000000000001c\fe_000000000000000a',
'c_000000000000001e\fe_0000000000000006',
'c_0000000000000020\fe_0000000000000007',
'c_0000000000000022\fe_0000000000000009',
'c_0000000000000024\fe_000000000000000b',
'c_0000000000000026\fe_000000000000000c'
] AS row
WITH split(row, '\f') AS f WITH {c:f[0],o:f[1]} AS row
MATCH (c:Claim {id: row.c}) MATCH (o:Entity {id: row.o}) MERGE (c)-[:OBJECT]->(o);
UNWIND [
'c_0000000000000010\fe_0000000000000001\f1\fKeller\fsaid'
] AS row
WITH split(row, '\f') AS f WITH {c:f[0],e:f[1],position:CASE f[2] WHEN '' THEN null ELSE toInteger(f[2]) END,props:{text:CASE f[3] WHEN '' THEN null ELSE f[3] END,cue:CASE f[4] WHEN '' THEN null ELSE f[4] END}} AS row
MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) MERGE (c)-[r:ATTRIBUTED_TO {position: row.position}]->(e) SET r += row.props;
UNWIND [
'c_000000000000000f\fe_000000000000000e\f1\fon\f1 May'
] AS row
WITH split(row, '\f') AS f WITH {c:f[0],e:f[1],position:CASE f[2] WHEN '' THEN null ELSE toInteger(f[2]) END,props:{role:CASE f[3] WHEN '' THEN null ELSE f[3] END,text:CASE f[4] WHEN '' THEN null ELSE f[4] END}} AS row
MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) MERGE (c)-[r:QUALIFIED_BY {position: row.position}]->(e) SET r += row.props;
UNWIND [
'c_000000000000002a\fc_0000000000000028'
] AS row
WITH split(row, '\f') AS f WITH {c:f[0],said:f[1]} AS row
MATCH (c:Claim {id: row.c}) MATCH (said:Claim {id: row.said}) MERGE (c)-[:SAYS]->(said);
