const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words for an office or occupation, singular. */
export const heads = words(`
  president chairman chairwoman chairperson chair minister premier chancellor secretary governor mayor senator sen gov
  rep representative congressman congresswoman councillor councilor councilman councilwoman alderman lawmaker
  legislator mp mep parliamentarian speaker leader whip deputy delegate ambassador envoy consul diplomat attaché
  commissioner commander chief general gen colonel col major lieutenant lt captain capt sergeant sgt corporal private
  admiral adm commodore brigadier marshal officer soldier constable inspector superintendent sheriff detective
  member director ceo cfo cto coo cio cmo executive manager head boss founder co-founder cofounder owner co-owner proprietor
  partner principal president-elect vice-president vice-chairman treasurer comptroller auditor accountant banker
  economist analyst strategist trader investor financier entrepreneur industrialist developer contractor consultant
  adviser advisor aide assistant spokesman spokeswoman spokesperson coordinator co-ordinator organizer organiser
  administrator registrar clerk curator librarian archivist conservator dean provost rector professor prof lecturer
  teacher headteacher headmaster headmistress tutor instructor researcher scientist physicist chemist biologist
  astronomer astrophysicist geologist ecologist botanist zoologist geneticist neuroscientist epidemiologist
  virologist oceanographer climatologist meteorologist mathematician statistician historian sociologist
  anthropologist archaeologist archeologist psychologist psychiatrist linguist philosopher engineer inventor
  technician programmer designer architect planner surveyor doctor physician surgeon cardiologist oncologist
  paediatrician pediatrician nurse midwife paramedic pharmacist therapist dentist vet veterinarian coroner
  pathologist judge justice magistrate prosecutor lawyer attorney solicitor barrister counsel advocate notary
  ombudsman regulator fellow scholar expert specialist critic reviewer editor journalist reporter correspondent
  columnist commentator broadcaster presenter anchor host blogger writer author novelist poet playwright dramatist
  screenwriter essayist biographer translator publisher producer filmmaker actor actress comedian dancer
  choreographer ballerina singer soprano mezzo-soprano tenor baritone bass-baritone contralto songwriter rapper
  musician composer conductor pianist violinist cellist guitarist drummer saxophonist trumpeter organist dj painter
  sculptor artist illustrator cartoonist photographer cinematographer potter printmaker coach trainer referee umpire
  player footballer midfielder defender striker forward winger goalkeeper keeper quarterback pitcher catcher
  shortstop outfielder cricketer batsman batter bowler sprinter runner cyclist swimmer boxer golfer jockey skier
  skater gymnast driver rider pilot astronaut cosmonaut skipper sailor fisherman farmer grower rancher winemaker
  brewer baker chef cook restaurateur butcher grocer shopkeeper hotelier landlord plumber electrician carpenter
  builder mechanic welder machinist miner trucker courier librettist caretaker janitor warden ranger firefighter
  guard activist campaigner lobbyist organiser volunteer dissident candidate nominee frontrunner incumbent monarch
  king queen prince princess emperor sultan emir sheikh pope cardinal archbishop bishop priest vicar pastor rabbi
  imam ayatollah mufti monk nun missionary chaplain patriarch curate deacon warlord rebel treasurer stylist model
  beekeeper winner grandmaster counterpart regent seamstress tailor bassist gardener landscaper forester bookseller auctioneer dealer collector gallerist promoter agent broker
  realtor mentor chairman-elect laureate champion medalist medallist lady interpreter negotiator mediator
  investigator examiner controller comptroller undersecretary under-secretary vice-chancellor secretary-general
  cllr supt insp det attorney-general director-general editor-in-chief commander-in-chief
`);

/** Lower case or at the start of a sentence, what never belongs to an office: the phrase ends there. */
export const boundaries = words(`
  the a an this that these those his her its their our my your some any each every no another other
  of in on at by for from with to into over under between against about after before during since until near outside
  inside around across behind beyond above below within without through via per amid among despite toward towards upon
  alongside besides versus vs throughout onto off up down out
  like unlike as than while when where who whom whose which what why how if because although though unless whether
  and or but nor so yet both either neither not only also even just still then-
  he she it they we you i him them us me himself herself
  is are was were be been being am has have had do does did will would shall should can could may might must
  say says said tell tells told ask asks asked meet meets met make makes made name call see sees saw take took give
  gave get got let put want think thought know knew find found hear heard quote cite urge join let's thank thanks meanwhile
  however today yesterday tomorrow here there now later earlier again once never always often sometimes perhaps
  there's it's that's he's she's mr mrs ms miss dr sir dame mr. mrs. ms. dr. st. according including plus
  caught led left won lost beat bought sold held kept brought sent paid play plays rip cast shot hit cut set hired
  wife husband son daughter brother sister father mother friend colleague neighbour neighbor cousin uncle aunt nephew
  niece grandson granddaughter widow widower fellow recently formerly previously reportedly allegedly missing
  photo photograph image read more watch video story text words
`);

/** Plurals that stand before an office; other words in -s are verbs there more often than not. */
export const pluralModifiers = words(`
  sports news affairs arms human-rights rights communications operations sales systems physics economics politics
  mathematics games services relations resources homewares women's men's veterans elections emergencies parks works
  schools public-works arts crafts series classics logistics electronics robotics genetics statistics linguistics
  ethics athletics gymnastics securities commodities futures markets rates fares forces waters fisheries forests
`);

/** Words in -ed and -ing that stand before an office; others are verbs: "praised coach Roe". */
export const participles = words(`
  managing acting founding leading outgoing incoming presiding retired disgraced reigning sitting defending appointed
  elected commanding visiting training marketing housing engineering planning manufacturing banking publishing casting
  contributing nursing shipping advertising mining learning opposing
`);
