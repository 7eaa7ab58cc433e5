"""French."""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer.toponyms.words.classes import Word

__all__ = ["WORDS"]

WORDS: Mapping[int, str] = {
    Word.FUNCTION: """
le la les un une des ce cet cette ces il elle ils elles on nous vous je tu se sa son ses leur
leurs mon ma mes notre nos votre vos qui que quoi dont où quand comment pourquoi si mais ou et
donc or ni car pour avec sans contre parmi pendant avant après depuis selon ne pas plus moins très
aussi encore déjà toujours jamais est sont était étaient été être a ont avait avaient avoir fait
font sera seront peut peuvent doit doivent par comme entre tout tous toute toutes autre autres
même mêmes aucun aucune plusieurs chaque quelque quelques ainsi alors hier demain ici là lors y en
du au aux d l s n qu c""",
    Word.INSIDE: "à au aux dans en chez sur",
    Word.MOTION: "vers depuis jusque jusqu via entre par",
    Word.NEAR: "près autour alentour hors nord sud est ouest bordure large",
    Word.OF: "de du des d",
    Word.THE: "le la les l",
    Word.AND: "et ou",
    Word.ACT: """
dit déclare déclaré affirme affirmé annonce annoncé accuse accusé avertit averti dément démenti
condamne condamné rejette rejeté demande demandé appelle appelé refuse refusé signe signé vote
voté propose proposé veut souhaite estime menace menacé soutient dénonce dénoncé battu bat envoie
envoyé accepte accepté lance lancé retire""",
    Word.TITLE: """
m mm mme mlle monsieur madame dr docteur pr professeur président présidente ministre premier
première général colonel commandant capitaine lieutenant amiral maréchal roi reine prince
princesse pape évêque cardinal cheikh imam sénateur député maire gouverneur ambassadeur juge
maître directeur directrice chef secrétaire""",
    Word.ORGANISATION: """
banque société compagnie groupe parti mouvement front armée ministère université institut école
association fédération union conseil assemblée parlement sénat cour tribunal journal agence
organisation commission comité croix""",
    Word.DATE: """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
mercredi jeudi vendredi samedi dimanche noël pâques""",
    Word.GEO: """
rivière fleuve lac mer océan baie golfe détroit mont monts montagne montagnes plateau désert
plaine vallée forêt île îles presqu'île cap côte région province département préfecture cercle
commune district territoire république royaume ville village quartier oasis""",
    Word.FACILITY: """
aéroport aérodrome base caserne camp fort château palais pont tunnel barrage port gare hôpital
prison mosquée église cathédrale monastère musée marché place ambassade""",
    Word.STREET: "rue avenue boulevard route autoroute place chemin",
    Word.LEADS: "lac mont fort camp port cap baie saint sainte golfe île rivière",
    Word.DIRECTION: "nord sud est ouest central haut bas",
    Word.GOVERN: """
gouvernement autorités armée forces troupes soldats soldat militaires police policiers président
ministre ministres parlement diplomates ambassadeur ambassade chef opposition rebelles avions
hélicoptères drones citoyens ressortissants peuple presse journal équipe banque langue officiels
responsables""",
    Word.GROUND: """
ville villes village villages capitale province région frontière côte territoire sol localité
bases base aéroport camp île îles désert banlieue quartier eaux""",
    Word.MOVE: """
arrivé arrivée visité fui entré quitté traversé né née tué tués mort attaqué bombardé frappé
secoué pris repris situé située basé explosion attentat séisme""",
    Word.ARTICLE: "al el de du des la le les sur sous en aux d l",
    Word.PARTY: "relations négociations guerre conflit tensions accord traité ambassadeur",
    Word.COMMON: """
grand grande petit petite nouveau nouvelle premier première dernier dernière bon bonne jour jours
nuit an ans année heure heures homme femme enfant monde vie temps eau feu guerre paix mort pays
peuple ville maison rue route pont tour mer lac mont bois champ jardin fleur rose blanc noir rouge
vert bleu nord sud lune soleil fin début partie point ligne groupe nombre centre marche force""",
}
