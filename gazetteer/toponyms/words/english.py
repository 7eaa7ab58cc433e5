"""English."""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer.toponyms.words.classes import Word

__all__ = ["WORDS"]

WORDS: Mapping[int, str] = {
    Word.FUNCTION: """
a an the this that these those he she it its we they i you his her their our my your him them us
me who whom whose which what when where why how if then than as so but or nor yet for with without
within about against among amid during before after since until while because although though
however therefore moreover meanwhile also too very not no none never ever only just even still
already again once is are was were be been being am has have had having do does did doing done
will would shall should can could may might must ought let there here now today yesterday tomorrow
tonight both either neither each every any some all many much more most few less least several
other others another such same own and by on upon per via despite unless whether whoever whatever
whenever anyone someone everyone everybody nobody nothing something anything everything himself
herself itself themselves yes ok oh ah well dont doesnt didnt isnt arent wasnt wont cant couldnt
wouldnt im ive id youre theyre hes shes thats theres whats lets rt re vs etc eg ie mr amp""",
    Word.INSIDE: "in at inside within throughout across downtown",
    Word.MOTION: "to from into toward towards through via onto between",
    Word.NEAR: "near outside around off nearby surrounding beyond along north south east west over",
    Word.OF: "of",
    Word.THE: "the",
    Word.AND: "and or & plus",
    Word.ACT: """
said says say saying warned warns warn denied denies deny accused accuses accuse urged urges urge
rejected rejects reject announced announces announce condemned condemns condemn agreed agrees
agree claimed claims claim blamed blames blame demanded demands demand offered offers offer vowed
vows vow pledged pledges insisted insists insist argued argues believes believe wants want wanted
hopes hope hoped fears feared thinks refused refuses refuse signed signs sign ratified vetoed
abstained voted votes vote joined joins join withdrew withdraws withdraw recognise recognises
recognised recognize recognizes recognized imposed imposes impose lifted threatened threatens
threaten responded responds replied replies retaliated launched launches launch invaded invades
deployed deploys deploy sent sends supplied supplies backed backs back supported supports
supporting opposed opposes oppose criticised criticized criticises criticizes called calls
declared declares declare expelled expels summoned summons recalled recalls suspended suspends
negotiated negotiates negotiate mediated hosted beat beats defeated defeats lost loses won wins
drew scored scores faced plays played ordered orders decided decides planned plans sought seeks
seek continues ended considers considered acknowledged admitted admits confirmed confirms confirm
stressed proposes proposed protested apologised apologized regrets welcomed welcomes dismissed
dismisses ruled ignored reopened closed shut halted stopped resumed banned bans bought buys sold
sells paid pays donated contributed contributes fired""",
    Word.TITLE: """
mr mrs ms miss dr doctor prof professor sir lord lady dame sheikh sheik shaikh shaykh imam
ayatollah rabbi rev reverend father fr pope cardinal bishop archbishop president presidents vice
chancellor premier minister secretary senator sen congressman congresswoman congressperson rep
representative governor gov mayor ambassador envoy king queen prince princess emperor sultan emir
crown duke baron count general gen colonel col lieutenant lt major maj captain capt sergeant sgt
corporal cpl private pvt admiral commander cmdr brigadier brig marshal officer judge justice
attorney lawyer spokesman spokeswoman spokesperson director chairman chairwoman chair chief head
leader analyst coach manager player actor actress singer author writer journalist reporter editor
correspondent photographer scientist researcher economist activist brother sister uncle aunt
mullah maulana hajji haji comrade detective inspector constable deputy ceo founder candidate
congressmen striker midfielder defender goalkeeper quarterback pitcher saint historian artist chef
architect designer""",
    Word.ORGANISATION: """
times post herald tribune news gazette journal guardian telegraph mirror observer press daily
newspaper magazine chronicle courier examiner sentinel dispatch globe star today radio tv
television broadcasting channel network agency bank company co corp corporation inc incorporated
ltd limited llc plc gmbh group holdings industries enterprises motors airlines airways air
electric oil gas petroleum energy steel insurance partners party movement front army force forces
guard guards navy brigade brigades battalion regiment division squadron militia police department
dept ministry bureau office commission committee council assembly parliament congress senate court
tribunal association federation confederation union league society club foundation institute
institution university college academy school organisation organization authority administration
service services agreement accord treaty act pact convention protocol summit conference
championship championships cup games olympics open grand prix festival award awards prize
orchestra symphony ballet opera band records studios pictures entertainment theatre theater virus
fever flu syndrome disease index exchange stock fund trust alliance coalition initiative project
programme program centre center lab laboratory laboratories observatory syndicate hotel resort inn
rebels reds blues saints cardinals giants rangers tigers lions bears eagles hawks kings dynasty
empire revolution declaration doctrine massacre consensus spring""",
    Word.TEAM: """
fc united city town rovers wanderers athletic albion hotspur villa county lakers bulls knicks
celtics yankees mets dodgers braves cubs sox phillies marlins astros athletics mariners padres
twins royals brewers pirates nationals orioles rays cowboys redskins packers steelers broncos
raiders chargers chiefs colts dolphins jets patriots bills bengals browns ravens titans texans
jaguars vikings falcons panthers buccaneers seahawks rams 49ers heat magic pistons pacers bucks
hornets wizards hawks spurs rockets mavericks grizzlies pelicans nuggets jazz thunder blazers
timberwolves clippers suns warriors devils islanders flyers penguins capitals hurricanes bruins
sabres senators canadiens leafs wings blackhawks predators blues wild stars avalanche coyotes
ducks sharks oilers flames canucks bulldogs wildcats huskies gators crimson longhorns sooners
buckeyes wolverines spartans badgers hawkeyes cornhuskers razorbacks volunteers aggies tar heels""",
    Word.DATE: """
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
tue tues wed thu thur thurs fri sat sun christmas easter ramadan eid thanksgiving halloween am pm
gmt est edt pst utc summer winter autumn spring""",
    Word.GEO: """
river rivers lake lakes sea ocean bay gulf strait straits channel sound fjord creek falls
waterfall glacier mountain mountains mount hill hills range peak ridge plateau desert plain plains
valley valleys basin delta forest jungle island islands isle isles archipelago peninsula cape
coast beach reef atoll oasis canyon gorge pass cave caves volcano crater national state county
counties district districts province provinces region regions prefecture governorate oblast raion
canton department division municipality parish borough township territory territories republic
emirate kingdom city town village villages hamlet suburb neighbourhood neighborhood quarter
commune shire land heights highlands lowlands wadi massif triangle corridor belt strip rift park
reserve reservation sanctuary wetlands marshes swamp lagoon harbour harbor estuary springs geyser
point bluffs meadows metropolitan area""",
    Word.FACILITY: """
airport airfield airbase airstrip aerodrome base barracks camp fort fortress castle citadel palace
tower bridge tunnel dam canal port station terminal stadium arena hospital clinic prison jail
mosque church cathedral temple shrine monastery abbey synagogue chapel museum gallery library zoo
aquarium garden gardens market bazaar souk mall plaza square hall building house hotel hostel inn
restaurant cafe bar pub brewery winery lodge resort spa cemetery mausoleum tomb monument memorial
statue university college school academy plant refinery mine quarry factory lighthouse pier wharf
dock docks marina theatre theater cinema opera ruins pyramid pyramids gate walls fountain
checkpoint crossing junction ground proving facility complex center centre campus farm ranch
vineyard speedway racecourse raceway skyway embassy consulate ministry court capitol parliament
kremlin crematorium waterfront harbourfront""",
    Word.STREET: """
street st road rd avenue ave av boulevard blvd lane ln drive dr highway hwy route motorway freeway
expressway parkway pkwy way court place alley terrace crescent row walk quay rue via calle avenida
plaza piazza platz strasse strada ulitsa prospekt interstate turnpike""",
    Word.LEADS: """
lake mount mt mountain cape fort camp port gulf isle isles bay river rio san santa santo saint st
point loch lough puerto villa ciudad el la los las new old upper lower north south east west great
greater little big jabal jebel jabel wadi nahr tell tall bir ain ras kafr khan deir tel beit umm
kampung desa nova novo nueva republic""",
    Word.DIRECTION: """
north south east west northern southern eastern western northeast northwest southeast southwest
northeastern northwestern southeastern southwestern central upper lower inner outer mid middle
greater downtown far""",
    Word.GOVERN: """
government govt officials official authorities authority forces force troops soldiers soldier army
military militia militias navy airforce fighters fighter police policeman officers officer
president presidency prime premier minister ministers ministry parliament lawmakers lawmaker mp
mps senator senators congress senate court courts judges judge prosecutors diplomats diplomat
ambassador ambassadors embassy embassies consulate envoy envoys delegation delegates leader
leaders leadership regime administration opposition rebels rebel insurgents separatists militants
jihadists guerrillas warplanes warplane jets jet aircraft helicopters helicopter drones drone
tanks artillery missiles missile warship warships vessel vessels ship ships gunboats submarine
nationals national citizens citizen civilians civilian people population voters voter public media
press newspaper newspapers journalists journalist tv television radio agency intelligence
spokesman spokeswoman spokesperson king queen prince princess emir sultan foreign interior defence
defense finance health team players player coach striker footballer fans squad club company
companies firm firms bank banks currency pound dollar lira dinar riyal rial rouble ruble peso euro
economy language culture cuisine food coffee tea wine beer cheese music art literature film films
cinema tradition origin descent nationality passport made make products goods exports imports law
constitution nuclear revolution spy spies agents agent commandos pirates traders businessman
businessmen workers worker aid doctor doctors students student scientists scientist researchers
tourists tourist immigrants immigrant migrants refugees refugee men man women woman children child
boy girl peacekeepers contractor contractors pilot pilots crew commander commanders general
generals colonel captain led backed allied owned built born funded sponsored trained aligned
supreme security proxies proxy influence interests policy sanctions aggression red crescent dream
way style units unit fleet command personnel coalition community tribes tribe muslims christians
jews kurds nation nations strikes strike airstrikes airstrike raid raids shells shelling attack
attacks offensive operation operations response invasion""",
    Word.GROUND: """
city cities town towns village villages hamlet capital province provinces region regions state
states district districts county governorate oblast island islands coast coastal shore shores
border borders frontier soil territory territories airspace waters sea desert mountains mountain
jungle forest river lake valley plain plains countryside port ports harbour base bases airfield
airfields airport airports camp camps suburb suburbs outskirts area areas side enclave peninsula
highlands seabed streets roads road highway railway prison prisons hospital hospitals school
schools market markets neighbourhood neighborhood facilities sites site targets installations
ground mainland interior hinterland settlement settlements beaches beach resort crossing
checkpoint refinery oilfield oilfields field fields positions home homes community""",
    Word.MOVE: """
arrived arrive arrives arriving visited visit visits visiting fled flee flees fleeing entered
enter enters reached reach reaches left leave leaves leaving crossed cross travelled traveled
travel travelling traveling flew fly flying drove drive returned return returning moved move
moving lived live lives living born raised based located situated near seized captured took retook
liberated bombed shelled hit struck attacked rocked shook shakes stormed besieged occupied ravaged
devastated hits strikes rocks toured tour explore exploring outside killed died buried stationed
marched protest protests protested clashed fighting fought exploded detonated blast explosion
outbreak earthquake quake tornado hurricane cyclone flood floods storm tsunami wildfire""",
    Word.ARTICLE: """
al el ar as ash ad az ul de la le les los las del da do dos di du der den bin ben ibn abu upon es
ed y""",
    Word.PARTY: """
relations ties talks negotiations war conflict tensions alliance ally allies ambassador
ambassadors embassy agreement deal treaty pact dispute trade sanctions minister ministers
president government army king queen premier people support contributed defeat victory against
backed supplied""",
    Word.COMMON: """
ago allege arrest artillery ash ban banks barrage began begun belt bet bid blades bore borne broke
burst bury cafe came camps canal canyon cars cathedral checkpoint circa cite clans colony
communal compound convoy countryside creek cricket crossroads downtown drag driver drone engineer
ensue exhibition farmers farms fell fleet garrison gets glide goes gone gorge grenade hamlet
headquarters heard hideout hills knock lakes liberation lob mafia makes manage marines miles miner
molotov monument naval patrol pelt peninsula perish pirate plateau popular retreat riddle risen
roundabout secretary sector see seem seen sees semi shipyard silo silos sixteen slaughter spoken
spray strand taking taliban tells terminal till tomahawk tore torn tower trap used vest vice volcano
afp ap upi efe dpa ani pti tass reuters xinhua kcna
able academic access accident account across act action active activity actually address advance
advice affair afternoon age agent agreement aid aim air alert alive alliance allow alone amazing
american anger angle animal answer apart apple apply approach arc area arena arm armed art article
asia aspen assault asset attack attention aunt author autumn avenue average aviation award away
baby back bad bag bald ball banana band bank bar bark barn base basic basin bass bat bath battle
bay beach beam bean bear beauty bed bee beef beer before begin being bell below bend best better
between beyond big bike bill bin bird birth bishop bite bitter black blade blank blast bless blind
block blood bloom blow blue board boat body bold bomb bond bone bonus book boom boot border born
boss bottom bound bow bowl box boy brain branch brand brave bread break breast breath breeze brick
bride bridge brief bright bring broad brook brother brown brush buck bud buddy budget build
building bull bullet burn bus bush business busy butter button buy by cabin cabinet cable cage
cake call calm camera camp campaign can cancer candle candy cap capital car card care career cargo
carrier carry case cash cast castle cat catch cause cave cell center central centre century
certain chain chair challenge chance change channel chapel chapter character charge charity charm
chart chase cheap check cherry chest chicken chief child children choice church circle citizen
city civil claim clash class clay clean clear clever click cliff climate climb clock close cloud
club coach coal coast coat code coffee coin cold collect college color column combat come comfort
command comment commerce common community compass concord concrete condition confidence conflict
congress connect contact contest continue control cook cool copper copy coral core corn corner
correct cost cotton council count country county couple courage course court cover cow crack craft
crash cream create credit crew crime crisis critical crop cross crowd crown cruise cry crystal
culture cup cure current curve cut cycle dad daily dale dam damage dance danger dark data date
daughter dawn day dead deal dear death debate debt decade deep deer defiance degree delay deliver
demand democracy den depth deputy desert design desk detail detective device devil diamond diet
different difficult dinner direct direction dirty disaster discovery disease district doctor dog
dollar dome don door double down draft dragon drama dream dress drink drive drop drought drug dry
duck due dust duty eagle ear early earth ease east easter easy eat echo eclipse economy edge edit
editor education effect effort egg eight election electric eleven elite elk emergency empire empty
end enemy energy engine enjoy enough enterprise entry envy equal era error escape estate eureka
europe eve evening event evidence evil exam example excellent exchange exit experience expert
explosion express extra extreme eye face fact factor fair faith fall false fame family famous fan
far farm farmer fashion fast fat fate father fault favor fear feast feature federal feed feel
fellow female fence fever field fifty fight figure file fill film final find fine finger finish
fire firm first fish fit five flag flame flash flat flight float flood floor flora flow flower fly
focus folk follow food foot force foreign forest forever form fort fortune forward foster
foundation four fox frame free freedom fresh friend friendly friendship front frost fruit fuel
full fun fund funny future gain game gap garden garland gas gate gather gay general generation
gift girl give glass global glory goal god gold golden good goodbye gospel grab grace grade grain
grand grant grass grave gray great green grey grip ground group grove grow guard guest guide gulf
gun guy habit hail hair half hall ham hand handle happen happy harbor hard harmony hat hate haul
haven hawk hay hazard hazel head health hear heart heat heaven heavy height hell hello help hen
her herb here heritage hero hidden high highlights highway hike hill him hint hip history hit hive
hold hole holiday holly holy home honest honey honor hook hope horizon horn horse hospital host
hot hotel hour house huge human humble hundred hunger hunt hunter hurry hurt husband ice icon idea
ideal image impact important inch independence index industry infant info inner inside interest
international internet interview iris iron island issue ivory ivy jack jacket jade jail jasper jay
jet jewel job join joint joke journal journey joy judge jump jungle junior jury justice keen keep
key kid kill kind king kingdom kiss kitchen knight know labor lack ladies lady lake lamb lamp land
lane language large laser last late latest laugh launch laurel law lawn lawrence lay lead leader
leaf league learn leather leave lee left leg legal legend lemon less lesson let letter level
liberal liberty library life lift light like lily lime limit line link lion list listen little
live load loan lobby local lock lodge logan long look loop loose lord lose loss lost lot loud love
low loyal luck lucky lunch machine mad magic magnet mail main major make male mall man manor many
map maple marble march margin marine mark market marriage marry mars martial mass master match
mate matter max maximum maybe mayor meal mean measles measure meat media medical meet member
memory men mercury mercy merry message metal method middle midway might mild mile military milk
mill million mind mine mineral minister minor mint minute miracle mirror miss mission mist mix
mobile model modern mole moment money monitor monkey month moon moral more morning most mother
motion motor mount mountain mouse mouth move movie much mud multi murder muscle museum music must
mystery nail name narrow nation national native nature navy near need needles neighbor nest net
network never new news next nice night nine noble noise none noon normal north northern nose note
nothing notice novel now number nurse oak oasis object ocean off offer office officer oil old
olive one only open opera opinion opportunity option orange orchard order organ orient origin our
out outer over owl own owner pace pack page pain paint pair palace pale palm panel panic paper
paradise parent park part partner party pass past path patience patient pattern pay peace peach
peak pearl pen people pepper percent perfect period perry person pet phase phone photo pick
picture piece pig pike pilot pin pine pink pioneer pipe pizza place plague plain plan plane planet
plant plate play player please pleasant plenty plot plum plus pocket poem point police policy pond
pool poor pop pope port position positive possible post pot pound poverty power practice praise
pray prayer present press pretty price pride prime prince print prior prison private prize problem
process producer product profit program progress project promise proof property prospect prosper
protest proud province public pull pure purple purpose push puzzle quality quarter queen question
quick quiet race rack radio rage rail rain rainbow raise ranch range rank rapid rare rate raven
raw reach read reader reading ready real reason rebel record recovery red redemption reform region
relief remember rent report republic rescue research reserve resident resort respect rest result
return reveal reward rice rich ride ridge rifle right ring rio rise risk river road rock rocket
role roll roman roof room root rope rose rough round route row royal ruby rule run rural rush sack
sad safe safety sail saint sale salt same sand sandwich sandy sauce save scale scene school
science score scott scout screen sea seal search season seat second secret section security seed
seek self sell senate send senior sense september series serious service set seven seventy severe
sex shade shadow shady shake shall shape share shark sharp she shell shelter shepherd shield shift
shine ship shock shoe shop shore short shot shoulder show shower sick side sight sign silence
silver simple sing single sir sister site six size skin sky sleep slide slow small smart smell
smile smith smoke smooth snake snow social soft soil soldier solid solution some son song soon
sorry soul sound source south southern sovereign space spare spark speak special speed spell spice
spider spin spirit split sport spot spread spring springs square stable staff stage stake stand
standard star start state statement station stay steady steam steel step stick still stock stone
stop storage store storm story strange stream street strength strike strong student studio study
style subject success sugar suit summer summit sun sunny sunrise sunset super supply support sure
surface surprise survey sweet swift swim switch symbol system table tail take tale talent talk
tall tank target task taste tax tea teach team tear tech tell temple ten tent term terror test
thank thanks theater theme thing think third thirty thomas thousand threat three thunder ticket
tide tie tiger tight time tiny tip tire title toast today together tom tomorrow tone tonight tool
top topic tornado total touch tough tour tourism town toy track trade tradition traffic trail
train transfer travel treasure treat treaty tree trek trend trial tribe trick trip triumph troop
trouble truck true trust truth try tube tune tunnel turn twelve twenty twin two type ugly ultimate
umbrella uncle under unicorn union unique unit united unity universal university update upper
urban use useful usual vacation valid valley value van variety vast venture venus version victim
victor victory video view village violence violet virgin virtual vision visit vital voice
volunteer vote voyage wage wait wake walk wall want war ward warm warning warren wash watch water
wave way weak wealth weapon wear weather web wedding week weekend weight welcome well west western
wet what wheel when where whip whisper white whole wide wife wild wilderness will willow win wind
window wine wing winner winter wisdom wise wish with wolf woman women wonder wood wooden woods
word work worker world worth wound wrap write wrong yard year yellow yes yesterday yield you young
your youth zero zone zoo tomb outbreak ebola malaria flu virus cholera earthquake hurricane
breaking english arab islam muslim christian jewish catholic protestant orthodox sunni shia shiite
islamic bible quran koran allah jesus christ nazi soviet communist marxist olympic nobel facebook
twitter google youtube microsoft amazon samsung toyota honda ford bing dell intel nokia sony are
ate bas bo boo bor bra bu but com cop dab de del die dig dim do dot dug dun ego eh el em en ere
erg es et eu ex fed fee fen few fig fin fir fix foe fog for fro fur gag gal gel gem get gig go got
gum gut gym had hag he hem hi hid ho how hub hue hug hum hut if ill in ink inn ion is it jam jar
jaw jig jog jot jug ken kin kit la lab lad lag lap las le led leo lid lie lip lit lo log los lug
ma mar mat me met mi mid mo mob mom moo mop mu mug my nag nap nay nil nip no nod nor not nu nun
nut oar oat odd ode of oh ok on opt or ore ow owe pa pad pal pan par pat paw pea peg pep per pi
pie pit ply pod poi pro pry pub pun pup put ram ran rap rat ray re rib rid rig rim rip rob rod roe
rot rub rug rum rut rye sag san sap sat saw say sew shy si sin sip sit so sob sod sol sow spa spy
sub sue sum tab tad tag tan tap tar tat tau ted tee the thy ti tic tin to toe ton too tot tow tub
tug up ur us vat vet via vie vow wag was wax we wed wee who why wig wit woe won woo wow wry yam ye
yea yen yet yo zip""",
}
