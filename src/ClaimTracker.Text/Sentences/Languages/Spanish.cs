namespace ClaimTracker.Text.Sentences.Languages;

internal static class Spanish
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            a.c d.c a.m p.m admón afmo ap apdo aprox art arz av avda ayto bco bibl cap cía cta col cod d.f depto dna dpto dto dupdo e.p.d ed
            ee.uu ej entlo esc etc excl ext fdo gob gral hnos hab ibid imp inc incl ind izq jr lic ltda máx mín mons núm obs pág párr pdo pl
            prov pta ptas ref reg s.a s.l s.s.s sgte sig ss s.a.r subj sust tel teléf trad ud uds univ urb vd vds vid vol vta lun mié jue
            vie sáb UU OO AA HH n.b p.d p.s s.a.s s.c s.m s.s d.e.p q.e.p.d u.e rr.hh cc.oo ff.aa jj.oo aa.vv op.cit loc.cit íd ít trad ed
            vers fig cod dom doc dr.h.c e.u f.c c.f c.p c.v b.o.e d.n.i h.p kw r.d r.a.e v.o
            """,
        Binding =
            """
            sr sra sres sras srta srtas d dª dña dr dra drs dres prof profa profs lic licda lcdo lcda ing arq abog mons fr pbro rvdo rev
            excmo excma ilmo ilma gral cnel cmdte cdte cap cptn tte tcnl sgto alm st sto sta stos p.ej ej EE JJ FF CC RR cf cfr vs v aprox
            fco mª av avda c pza plza ctra pdte pdta mtro mtra dip sen gob mr mrs
            """,
        BeforeNumbers =
            """
            n s ss no núm nº n° pág págs p pp art arts cap fig vol t aprox tel ene feb mar abr may jun jul ago sep sept oct nov dic inc
            """,
        Trailing = "m g l h etc hab km kg cm mm",
        Starters =
            """
            el la los las lo un una unos unas él ella ellos ellas yo tú nosotros ustedes usted este esta estos estas ese esa eso esto aquel
            aquella a al en de del con por para sin sobre entre desde hasta hacia según tras durante ante bajo mediante pero y e o u ni sino
            aunque porque pues si cuando como donde mientras que quien quienes cual qué cómo cuándo dónde también además sin embargo no ya
            así luego entonces después antes ahora hoy ayer allí aquí su sus mi mis tu se le les me nos todo todos toda todas muchos muchas
            algunos algunas varios otro otra otros cada ningún fue es era son está había hay posteriormente actualmente finalmente asimismo
            igualmente recientemente inicialmente solo sólo tal tanto tampoco aún casi nunca siempre jamás quizá quizás nuestro nuestra
            cualquier ambos ambas dos tres cuatro dicho dicha cuyo nadie alguien algo nada hoy mañana fueron eran son ha han tiene tenía
            será
            """,
        SpeechVerbs = "dijo dice preguntó respondió afirmó escribió",
        SoftStops = ";",
    };
}
