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
{id:'r_0000000000000015',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'not visited',predicate:'visited',canonical:'visited',readable:'visited',relation_class:'CONSULT',polarity:'negated',modality:'actual',asserted:false,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05-01',last_date:'2024-05-01'}},
{id:'r_0000000000000017',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'visited',predicate:'visited',canonical:'visited',readable:'visited',relation_class:'CONSULT',polarity:'affirmed',modality:'actual',asserted:true,contested:true,confidence:1.0,support:1,evidence_count:1}},
{id:'r_0000000000000019',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'visit (planned)',predicate:'visit',canonical:'visit',readable:'visit',relation_class:'CONSULT',polarity:'affirmed',modality:'planned',asserted:false,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05'}},
{id:'r_000000000000001b',s:'e_0000000000000001',o:'e_0000000000000003',props:{label:'called on',predicate:'called on',canonical:'called on',readable:'called on',relation_class:'CONSULT',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`CONSULT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000013',s:'e_0000000000000002',o:'e_0000000000000003',props:{label:'to',predicate:'to',canonical:'to',readable:'to',relation_class:'LOCATED',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05-01',last_date:'2024-05-01'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`LOCATED` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000021',s:'e_0000000000000006',o:'e_0000000000000007',props:{label:'l\'été "quoted"\n%41',predicate:'l\'été "quoted"\n%41',canonical:'l\'été "quoted"\n%41',readable:'l\'été "quoted"\n%41',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05'}},
{id:'r_0000000000000023',s:'e_0000000000000008',o:'e_0000000000000009',props:{label:'🕊',predicate:'🕊',canonical:'🕊',readable:'🕊',relation_class:'OTHER',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05'}},
{id:'r_0000000000000027',s:'e_0000000000000009',o:'e_000000000000000c',props:{label:'costs',predicate:'costs',canonical:'costs',readable:'costs',relation_class:'OTHER',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`OTHER` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000011',s:'e_0000000000000001',o:'e_0000000000000002',props:{label:'declined',predicate:'declined',canonical:'declined',readable:'declined',relation_class:'REJECT',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:2,evidence_count:2,first_date:'2024-05',last_date:'2024-05-01'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`REJECT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_0000000000000025',s:'e_000000000000000b',o:'e_000000000000000b',props:{label:'is',predicate:'is',canonical:'is',readable:'is',relation_class:'STATE',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'2024-05',last_date:'2024-05'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`STATE` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_000000000000001d',s:'e_0000000000000004',o:'e_000000000000000a',props:{label:'backs (reported)',predicate:'backs',canonical:'backs',readable:'backs',relation_class:'SUPPORT',polarity:'affirmed',modality:'actual',asserted:false,contested:false,confidence:0.7,support:1,evidence_count:1,first_date:'2023/2024-02',last_date:'2023/2024-02'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`SUPPORT` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'r_000000000000001f',s:'e_0000000000000005',o:'e_0000000000000006',props:{label:'x`]->() DETACH DELETE n //',predicate:'x`]->() DETACH DELETE n //',canonical:'x`]->() DETACH DELETE n //',readable:'x`]->() DETACH DELETE n //',relation_class:'odd `class`; \\u0060',polarity:'affirmed',modality:'actual',asserted:true,contested:false,confidence:0.9,support:1,evidence_count:1,first_date:'XXXX-02-05',last_date:'XXXX-02-05'}}
] AS row
MATCH (a:Entity {id: row.s}) MATCH (b:Entity {id: row.o}) MERGE (a)-[r:`odd__class____u0060` {id: row.id}]->(b) SET r += row.props;
UNWIND [
{id:'c_000000000000000f',props:{name:'Marta Keller declined Östvik visit',relation_id:'r_0000000000000011',predicate:'declined',canonical:'declined',readable:'declined',relation_class:'REJECT',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,event_date:'2024-05-01',rule:'verb',qualifiers:['again','on 1 May'],sentence:'Keller declined the visit to "Östvik" | again \\.',sentence_begin:0,sentence_end:49,subject_begin:0,subject_end:6,predicate_begin:7,predicate_end:15,object_begin:47,object_end:49}},
{id:'c_0000000000000010',props:{name:'Marta Keller declined Östvik visit',relation_id:'r_0000000000000011',predicate:'declined',canonical:'declined',readable:'declined',relation_class:'REJECT',polarity:'affirmed',modality:'actual',own_voice:false,confidence:0.55,statement_date:'2024-04-30',rule:'verb',attribution:'The wire (reported) > Keller (said)',sentence:'Keller\'s office says she declined.',sentence_begin:0,sentence_end:34,subject_begin:0,subject_end:8,predicate_begin:9,predicate_end:15,object_begin:25,object_end:34}},
{id:'c_0000000000000012',props:{name:'Östvik visit to Östvik',relation_id:'r_0000000000000013',predicate:'to',canonical:'to',readable:'to',relation_class:'LOCATED',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'The visit to Östvik.',sentence_begin:50,sentence_end:71,subject_begin:50,subject_end:53,predicate_begin:54,predicate_end:59,object_begin:63,object_end:71}},
{id:'c_0000000000000014',props:{name:'Marta Keller not visited Östvik',relation_id:'r_0000000000000015',predicate:'visited',canonical:'visited',readable:'visited',relation_class:'CONSULT',polarity:'negated',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'Keller did not visit Östvik.',sentence_begin:72,sentence_end:101,subject_begin:72,subject_end:78,predicate_begin:79,predicate_end:82,object_begin:93,object_end:101}},
{id:'c_0000000000000016',props:{name:'Marta Keller visited Östvik',relation_id:'r_0000000000000017',predicate:'visited',canonical:'visited',readable:'visited',relation_class:'CONSULT',polarity:'affirmed',modality:'actual',own_voice:true,confidence:1.0,rule:'verb',sentence:'Keller visited Östvik.',sentence_begin:0,sentence_end:23,subject_begin:0,subject_end:6,predicate_begin:7,predicate_end:14,object_begin:15,object_end:23}},
{id:'c_0000000000000018',props:{name:'Marta Keller visit (planned) Östvik',relation_id:'r_0000000000000019',predicate:'visit',canonical:'visit',readable:'visit',relation_class:'CONSULT',polarity:'affirmed',modality:'planned',own_voice:true,confidence:0.9,rule:'verb',sentence:'Keller will visit Östvik.',sentence_begin:35,sentence_end:61,subject_begin:35,subject_end:41,predicate_begin:42,predicate_end:46,object_begin:53,object_end:61}},
{id:'c_000000000000001a',props:{name:'Marta Keller called on Östvik',relation_id:'r_000000000000001b',predicate:'called on',canonical:'called on',readable:'called on',relation_class:'CONSULT',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'Keller called on Östvik.',sentence_begin:62,sentence_end:87,subject_begin:62,subject_end:68,predicate_begin:69,predicate_end:75,object_begin:79,object_end:87}},
{id:'c_000000000000001c',props:{name:'node backs (reported) </script><b>]]>&amp;<!--',relation_id:'r_000000000000001d',predicate:'backs',canonical:'backs',readable:'backs',relation_class:'SUPPORT',polarity:'affirmed',modality:'actual',own_voice:false,confidence:0.7,event_date:'2023/2024-02',rule:'verb',attribution:'A source (said)',sentence:'A source said node backs the law.',sentence_begin:88,sentence_end:121,subject_begin:88,subject_end:89,predicate_begin:90,predicate_end:96,object_begin:117,object_end:121}},
{id:'c_000000000000001e',props:{name:'"O\'Neil" & <Sons> \\ x`]->() DETACH DELETE n // bell, escape, nullbyte\ttab\r\nline',relation_id:'r_000000000000001f',predicate:'x`]->() DETACH DELETE n //',canonical:'x`]->() DETACH DELETE n //',readable:'x`]->() DETACH DELETE n //',relation_class:'odd `class`; \\u0060',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,event_date:'XXXX-02-05',rule:'verb',sentence:'edge node -> graph { strict }',sentence_begin:122,sentence_end:151,subject_begin:122,subject_end:126,predicate_begin:127,predicate_end:131,object_begin:150,object_end:151}},
{id:'c_0000000000000020',props:{name:'bell, escape, nullbyte\ttab\r\nline l\'été "quoted"\n%41 half ���, lone ���, , ��',relation_id:'r_0000000000000021',predicate:'l\'été "quoted"\n%41',canonical:'l\'été "quoted"\n%41',readable:'l\'été "quoted"\n%41',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'',sentence_begin:152,sentence_end:154,subject_begin:152,subject_end:154,object_begin:152,object_end:154}},
{id:'c_0000000000000022',props:{name:'🕊 dove 𝔘𝔫 🕊 ‮מרתה קלר‬',relation_id:'r_0000000000000023',predicate:'🕊',canonical:'🕊',readable:'🕊',relation_class:'OTHER',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'🕊 flies  over',sentence_begin:155,sentence_end:173,subject_begin:155,subject_end:159,predicate_begin:160,predicate_end:168,object_begin:169,object_end:173}},
{id:'c_0000000000000024',props:{name:'x\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 ` is x\'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `',relation_id:'r_0000000000000025',predicate:'is',canonical:'is',readable:'is',relation_class:'STATE',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'x\'}) //',sentence_begin:174,sentence_end:181,subject_begin:174,subject_end:178,predicate_begin:179,predicate_end:181,object_begin:179,object_end:181}},
{id:'c_0000000000000026',props:{name:'‮מרתה קלר‬ costs 9.8 billion dollars',relation_id:'r_0000000000000027',predicate:'costs',canonical:'costs',readable:'costs',relation_class:'OTHER',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,event_date:'2024',rule:'verb',sentence:'It costs 9.8 billion dollars.',sentence_begin:182,sentence_end:211,subject_begin:182,subject_end:184,predicate_begin:185,predicate_end:190,object_begin:203,object_end:211}},
{id:'c_0000000000000028',props:{name:'peace talks failed',relation_id:'r_0000000000000029',predicate:'failed',canonical:'failed',readable:'failed',relation_class:'OTHER',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'The talks failed, node said.',sentence_begin:102,sentence_end:130,subject_begin:102,subject_end:105,predicate_begin:106,predicate_end:111,object_begin:125,object_end:130}},
{id:'c_000000000000002a',props:{name:'node said',relation_id:'r_000000000000002b',object_relation:'r_0000000000000029',predicate:'said',canonical:'said',readable:'said',relation_class:'OTHER',polarity:'affirmed',modality:'actual',own_voice:true,confidence:0.9,rule:'verb',sentence:'The talks failed, node said.',sentence_begin:102,sentence_end:130,subject_begin:131,subject_end:137,object_begin:131,object_end:137}}
] AS row
MERGE (c:Claim {id: row.id}) SET c += row.props;
UNWIND [
{c:'c_000000000000000f',s:'e_0000000000000001',d:'d_93d2ebbc319707a6'},
{c:'c_0000000000000010',s:'e_0000000000000001',d:'d_b49eb76da9ad850d'},
{c:'c_0000000000000012',s:'e_0000000000000002',d:'d_93d2ebbc319707a6'},
{c:'c_0000000000000014',s:'e_0000000000000001',d:'d_93d2ebbc319707a6'},
{c:'c_0000000000000016',s:'e_0000000000000001',d:'d_2e7d2c03a9507ae2'},
{c:'c_0000000000000018',s:'e_0000000000000001',d:'d_b49eb76da9ad850d'},
{c:'c_000000000000001a',s:'e_0000000000000001',d:'d_b49eb76da9ad850d'},
{c:'c_000000000000001c',s:'e_0000000000000004',d:'d_b49eb76da9ad850d'},
{c:'c_000000000000001e',s:'e_0000000000000005',d:'d_b49eb76da9ad850d'},
{c:'c_0000000000000020',s:'e_0000000000000006',d:'d_b49eb76da9ad850d'},
{c:'c_0000000000000022',s:'e_0000000000000008',d:'d_b49eb76da9ad850d'},
{c:'c_0000000000000024',s:'e_000000000000000b',d:'d_b49eb76da9ad850d'},
{c:'c_0000000000000026',s:'e_0000000000000009',d:'d_b49eb76da9ad850d'},
{c:'c_0000000000000028',s:'e_000000000000000d',d:'d_93d2ebbc319707a6'},
{c:'c_000000000000002a',s:'e_0000000000000004',d:'d_93d2ebbc319707a6'}
] AS row
MATCH (c:Claim {id: row.c}) MATCH (s:Entity {id: row.s}) MATCH (d:Document {id: row.d}) MERGE (c)-[:SUBJECT]->(s) MERGE (c)-[:STANDS_IN]->(d);
UNWIND [
{c:'c_000000000000000f',o:'e_0000000000000002'},
{c:'c_0000000000000010',o:'e_0000000000000002'},
{c:'c_0000000000000012',o:'e_0000000000000003'},
{c:'c_0000000000000014',o:'e_0000000000000003'},
{c:'c_0000000000000016',o:'e_0000000000000003'},
{c:'c_0000000000000018',o:'e_0000000000000003'},
{c:'c_000000000000001a',o:'e_0000000000000003'},
{c:'c_000000000000001c',o:'e_000000000000000a'},
{c:'c_000000000000001e',o:'e_0000000000000006'},
{c:'c_0000000000000020',o:'e_0000000000000007'},
{c:'c_0000000000000022',o:'e_0000000000000009'},
{c:'c_0000000000000024',o:'e_000000000000000b'},
{c:'c_0000000000000026',o:'e_000000000000000c'}
] AS row
MATCH (c:Claim {id: row.c}) MATCH (o:Entity {id: row.o}) MERGE (c)-[:OBJECT]->(o);
UNWIND [
{c:'c_0000000000000010',e:'e_0000000000000001',position:1,props:{text:'Keller',cue:'said'}}
] AS row
MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) MERGE (c)-[r:ATTRIBUTED_TO {position: row.position}]->(e) SET r += row.props;
UNWIND [
{c:'c_000000000000000f',e:'e_000000000000000e',position:1,props:{role:'on',text:'1 May'}}
] AS row
MATCH (c:Claim {id: row.c}) MATCH (e:Entity {id: row.e}) MERGE (c)-[r:QUALIFIED_BY {position: row.position}]->(e) SET r += row.props;
UNWIND [
{c:'c_000000000000002a',said:'c_0000000000000028'}
] AS row
MATCH (c:Claim {id: row.c}) MATCH (said:Claim {id: row.said}) MERGE (c)-[:SAYS]->(said);
