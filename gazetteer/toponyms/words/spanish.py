"""Spanish."""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer.toponyms.words.classes import Word

__all__ = ["WORDS"]

WORDS: Mapping[int, str] = {
    Word.FUNCTION: """
el la los las un una unos unas lo este esta estos estas ese esa eso aquel él ella ellos ellas yo
tú se su sus mi mis nuestro nuestra que quien quienes cual cuando donde como porque si pero o u y
e ni para con sin contra durante antes después según no más menos muy también todavía ya siempre
nunca es son era eran fue fueron ser ha han había haber está están estaba hace hacen será puede
pueden debe por entre todo todos toda todas otro otra otros mismo algunos algunas cada así
entonces ayer hoy mañana aquí allí al del le les me te nos tras""",
    Word.INSIDE: "en dentro",
    Word.MOTION: "a hacia desde hasta entre por al",
    Word.NEAR: "cerca alrededor fuera junto norte sur este oeste afueras inmediaciones",
    Word.OF: "de del",
    Word.THE: "el la los las",
    Word.AND: "y e o",
    Word.ACT: """
dijo dice declaró afirma afirmó anunció anuncia acusó acusa advirtió advierte negó niega condenó
condena rechazó rechaza pidió pide exigió llamó firmó votó propuso quiere amenazó apoya denunció
ganó perdió venció envió aceptó lanzó retiró""",
    Word.TITLE: """
sr sra señor señora don doña dr dra doctor profesor presidente presidenta ministro ministra
general coronel comandante capitán teniente almirante rey reina príncipe princesa papa obispo
cardenal jeque senador diputado alcalde gobernador embajador juez director directora jefe portavoz
secretario""",
    Word.ORGANISATION: """
banco compañía empresa grupo partido movimiento frente ejército ministerio universidad instituto
escuela asociación federación unión consejo asamblea parlamento senado corte tribunal diario
periódico agencia organización comisión comité cruz fiscalía""",
    Word.DATE: """
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
lunes martes miércoles jueves viernes sábado domingo navidad""",
    Word.GEO: """
río lago mar océano bahía golfo estrecho monte montaña montañas sierra cordillera desierto llanura
valle selva bosque isla islas península cabo costa región provincia departamento distrito
municipio comarca territorio república reino ciudad pueblo aldea barrio""",
    Word.FACILITY: """
aeropuerto base cuartel campamento fuerte castillo palacio puente túnel presa puerto estación
hospital cárcel mezquita iglesia catedral monasterio museo mercado plaza embajada""",
    Word.STREET: "calle avenida carretera autopista plaza paseo camino",
    Word.LEADS: "lago monte fuerte puerto cabo bahía san santa santo golfo isla río villa ciudad",
    Word.DIRECTION: "norte sur este oeste noreste noroeste sureste suroeste central alto bajo",
    Word.GOVERN: """
gobierno autoridades ejército fuerzas tropas soldados soldado militares policía policías
presidente ministro ministros parlamento diplomáticos embajador embajada jefe oposición rebeldes
guerrilla aviones helicópteros drones ciudadanos pueblo prensa diario selección equipo banco
idioma funcionarios""",
    Word.GROUND: """
ciudad ciudades pueblo pueblos aldea localidad capital provincia región frontera costa territorio
suelo municipio bases base aeropuerto campamento isla islas desierto barrio aguas departamento""",
    Word.MOVE: """
llegó llegaron visitó huyó huyeron entró salió cruzó nació murió muertos atacó atacaron bombardeó
golpeó sacudió tomó tomaron situado situada explosión atentado terremoto""",
    Word.ARTICLE: "al el de del la las los y",
    Word.PARTY: "relaciones negociaciones guerra conflicto tensiones acuerdo tratado embajador",
    Word.COMMON: """
gran grande nuevo nueva primer primera último buena bueno día días noche año años hora horas
hombre mujer niño mundo vida tiempo agua fuego guerra paz muerte país casa calle puente torre mar
campo flor rosa blanco negro rojo verde azul norte sur luna sol fin parte punto línea grupo centro
fuerza libertad victoria esperanza""",
}
