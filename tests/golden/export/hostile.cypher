// Knowledge graph written by newsgraph; load it with cypher-shell -f.
CREATE CONSTRAINT newsgraph_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT newsgraph_document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_CONSULT_id` IF NOT EXISTS FOR ()-[r:`CONSULT`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_LOCATED_id` IF NOT EXISTS FOR ()-[r:`LOCATED`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_OTHER_id` IF NOT EXISTS FOR ()-[r:`OTHER`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_REJECT_id` IF NOT EXISTS FOR ()-[r:`REJECT`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_STATE_id` IF NOT EXISTS FOR ()-[r:`STATE`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_SUPPORT_id` IF NOT EXISTS FOR ()-[r:`SUPPORT`]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT `newsgraph_relation_odd__class____u0060_id` IF NOT EXISTS FOR ()-[r:`odd__class____u0060`]-() REQUIRE r.id IS UNIQUE;
CREATE FULLTEXT INDEX newsgraph_entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases];
UNWIND [
{id:'d_93d2ebbc319707a6',props:{key:'https://news.example/a 1?x=<y>&z="q"',title:'Keller\'s "no": \\ back\nand forth',url:'https://news.example/a 1?x=<y>&z="q"',outlet:'The Norland Courier',author:'Ines O\'Hara',published:'2024-05-01',language:'en'}},
{id:'d_b49eb76da9ad850d',props:{key:'wire/2.txt',published:'2024-05'}},
{id:'d_2e7d2c03a9507ae2',props:{key:'c',title:'An undated note',url:'javascript:alert(1)'}}
] AS row
MERGE (d:Document {id: row.id}) SET d += row.props;
UNWIND [
{id:'e_000000000000000e',props:{name:'',type:'date',node_kind:'value',mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Date`:`Value`;
UNWIND [
{id:'e_0000000000000002',props:{name:'Östvik visit',type:'event',node_kind:'event',mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Event`;
UNWIND [
{id:'e_000000000000000a',props:{name:'</script><b>]]>&amp;<!--',type:'law',node_kind:'entity',aliases:['</script><b>]]>&amp;<!--'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Law`;
UNWIND [
{id:'e_000000000000000c',props:{name:'9.8 billion dollars',type:'money',node_kind:'value',value:'USD 9800000000',mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Money`:`Value`;
UNWIND [
{id:'e_000000000000000b',props:{name:'x\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `',type:'nationality',node_kind:'entity',aliases:['x\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Nationality`;
UNWIND [
{id:'e_0000000000000004',props:{name:'node',type:'organization',node_kind:'entity',aliases:['node'],mentions:1,articles:1,statements:['said']}},
{id:'e_0000000000000005',props:{name:'"O\'Neil" & <Sons> \\',type:'organization',node_kind:'entity',aliases:['"O\'Neil" & <Sons> \\'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Organization`;
UNWIND [
{id:'e_0000000000000006',props:{name:'bell, escape, nullbyte\ttab\r\nline',type:'other',node_kind:'entity',aliases:['bell, escape, null'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Other`;
UNWIND [
{id:'e_000000000000000d',props:{name:'peace talks',type:'other',node_kind:'concept',mentions:1,articles:1,statements:['failed']}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Other`:`Concept`;
UNWIND [
{id:'e_0000000000000001',props:{name:'Marta Keller',type:'person',node_kind:'entity',aliases:['Marta Keller','Keller | M.'],titles:['Prime Minister'],mentions:9,articles:3,first_seen:'2024-05',last_seen:'2024-05-01'}},
{id:'e_0000000000000009',props:{name:'‮מרתה קלר‬',type:'person',node_kind:'entity',aliases:['‮מרתה קלר‬'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Person`;
UNWIND [
{id:'e_0000000000000003',props:{name:'Östvik',type:'place',node_kind:'entity',aliases:['Östvik'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Place`;
UNWIND [
{id:'e_0000000000000008',props:{name:'🕊 dove 𝔘𝔫',type:'product',node_kind:'entity',aliases:['🕊 dove 𝔘𝔫'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Product`;
UNWIND [
{id:'e_0000000000000007',props:{name:'half ���, lone ���, , ��',type:'work',node_kind:'entity',aliases:['half ���, lone ���, , ��'],mentions:1,articles:1}}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row.props SET n:`Work`;
UNWIND [
{id:'r_0000000000000015',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'not visited',predicate:'visited',canonical:'visited',readable:'visited',relation_class:'CONSULT',polarity:'negated',modality:'actual',asserted:false,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05-01',last_date:'2024-05-01',evidence:['Keller did not visit Östvik.'],article_ids:['d_93d2ebbc319707a6'],article_keys:['https://news.example/a 1?x=<y>&z="q"'],article_titles:['Keller\'s "no": \\ back\nand forth'],article_urls:['https://news.example/a 1?x=<y>&z="q"'],article_dates:['2024-05-01'],claim_ids:['c_0000000000000014']}},
{id:'r_0000000000000017',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'visited',predicate:'visited',canonical:'visited',readable:'visited',relation_class:'CONSULT',polarity:'affirmed',modality:'actual',asserted:true,contested:true,confidence:1.0,support:1,evidence_count:1,evidence:['Keller visited Östvik.'],article_ids:['d_2e7d2c03a9507ae2'],article_keys:['c'],article_titles:['An undated note'],article_urls:['javascript:alert(1)'],claim_ids:['c_0000000000000016']}},
{id:'r_0000000000000019',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'visit (planned)',predicate:'visit',canonical:'visit',readable:'visit',relation_class:'CONSULT',polarity:'affirmed',modality:'planned',asserted:false,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05',evidence:['Keller will visit Östvik.'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],claim_ids:['c_0000000000000018']}},
{id:'r_000000000000001b',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'called on',predicate:'called on',canonical:'called on',readable:'called on',relation_class:'CONSULT',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05',evidence:['Keller called on Östvik.'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],claim_ids:['c_000000000000001a']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`CONSULT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000013',s:'e_0000000000000002',o:'e_0000000000000003',props:{label:'to',predicate:'to',canonical:'to',readable:'to',relation_class:'LOCATED',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05-01',last_date:'2024-05-01',evidence:['The visit to Östvik.'],article_ids:['d_93d2ebbc319707a6'],article_keys:['https://news.example/a 1?x=<y>&z="q"'],article_titles:['Keller\'s "no": \\ back\nand forth'],article_urls:['https://news.example/a 1?x=<y>&z="q"'],article_dates:['2024-05-01'],claim_ids:['c_0000000000000012']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`LOCATED` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000021',s:'e_0000000000000006',o:'e_0000000000000007',props:{label:'l\'été "quoted"\n%41',predicate:'l\'été "quoted"\n%41',canonical:'l\'été "quoted"\n%41',readable:'l\'été "quoted"\n%41',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05',article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],claim_ids:['c_0000000000000020']}},
{id:'r_0000000000000023',s:'e_0000000000000008',o:'e_0000000000000009',props:{label:'🕊',predicate:'🕊',canonical:'🕊',readable:'🕊',relation_class:'OTHER',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05',evidence:['🕊 flies  over'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],claim_ids:['c_0000000000000022']}},
{id:'r_0000000000000027',s:'e_0000000000000009',o:'e_000000000000000c',props:{label:'costs',predicate:'costs',canonical:'costs',readable:'costs',relation_class:'OTHER',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05',evidence:['It costs 9.8 billion dollars.'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],event_dates:['2024'],claim_ids:['c_0000000000000026']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`OTHER` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000011',s:'e_0000000000000001',o:'e_0000000000000002',props:{label:'declined',predicate:'declined',canonical:'declined',readable:'declined',relation_class:'REJECT',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:2,evidence_count:2,first_date:'2024-05',last_date:'2024-05-01',evidence:['Keller declined the visit to "Östvik" | again \\.','Keller\'s office says she declined.'],article_ids:['d_93d2ebbc319707a6','d_b49eb76da9ad850d'],article_keys:['https://news.example/a 1?x=<y>&z="q"','wire/2.txt'],article_titles:['Keller\'s "no": \\ back\nand forth',''],article_urls:['https://news.example/a 1?x=<y>&z="q"',''],article_dates:['2024-05-01','2024-05'],attributions:['','The wire (reported) > Keller (said)'],event_dates:['2024-05-01',''],claim_ids:['c_000000000000000f','c_0000000000000010']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`REJECT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000025',s:'e_000000000000000b',o:'e_000000000000000b',props:{label:'is',predicate:'is',canonical:'is',readable:'is',relation_class:'STATE',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05',evidence:['x\'}) //'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],claim_ids:['c_0000000000000024']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`STATE` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_000000000000001d',s:'e_0000000000000004',o:'e_000000000000000a',props:{label:'backs (reported)',predicate:'backs',canonical:'backs',readable:'backs',relation_class:'SUPPORT',polarity:'affirmed',modality:'actual',asserted:false,contested:false,confidence:0.7,support:1,evidence_count:1,first_date:'2023/2024-02',last_date:'2023/2024-02',evidence:['A source said node backs the law.'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],attributions:['A source (said)'],event_dates:['2023/2024-02'],claim_ids:['c_000000000000001c']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`SUPPORT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_000000000000001f',s:'e_0000000000000005',o:'e_0000000000000006',props:{label:'x`]->() DETACH DELETE n //',predicate:'x`]->() DETACH DELETE n //',canonical:'x`]->() DETACH DELETE n //',readable:'x`]->() DETACH DELETE n //',relation_class:'odd `class`; \\u0060',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'XXXX-02-05',last_date:'XXXX-02-05',evidence:['edge node -> graph { strict }'],article_ids:['d_b49eb76da9ad850d'],article_keys:['wire/2.txt'],article_dates:['2024-05'],event_dates:['XXXX-02-05'],claim_ids:['c_000000000000001e']}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`odd__class____u0060` {id: row.id}]->(b) SET r += row.props;
