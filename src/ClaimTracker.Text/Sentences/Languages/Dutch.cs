namespace ClaimTracker.Text.Sentences.Languages;

internal static class Dutch
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            aanv abs min afb afd alg bijv bl blz bv c.q ca co d.d d.w.z dhr dr.h.c e.a e.d e.v enz excl fa fig geb gem gen i.p.v i.v.m incl
            inc jl jr m.b.t m.b.v m.i m.u.v min n.a.v n.chr n.v n.v.t nl o.a o.b.v o.i.d o.l.v o.m p.a p.m plm pag par q.q red resp s.v.p sr
            str t.a.v t.b.v t.g.v t.o.v t.w.v t/m tel v.chr v.d verg vgl vnl vlg z.g zgn z.o.z zog jan feb mrt apr jun jul aug sep sept okt
            nov dec b.v n.v v.o.f b.g.g c.s d.m.v e.e.a e.v.a h.h i.c i.c.m i.o i.s.m l.g m.m n.b n.l n.o n.w o.g o.i p.p p.s r.k s.v t.z.t
            t.h.t t.n.v v.a v.h v.l.n.r v.m v.w.b w.o w.s z.i z.k z.s ca mln mld sec wnd secr voorz dir red inst afl aant ong prov
            """,
        Binding =
            """
            dhr mevr mw mej dr drs mr ir ing prof ds pr jhr jkvr mgr kard ged H st burg gen kol kapt lt maj sgt zr br Wed
            bv bijv d.w.z dwz o.a m.a.w m.n t.w resp vgl cf vs v i.v.m t.o.v m.b.t m.b.v t.a.v t.b.v t.g.v i.p.v i.t.t z.g zgn incl excl nl
            """,
        BeforeNumbers = "max nr n° nrs no blz pag p art afb fig hfst par ca tel jan feb mrt apr jun jul aug sept okt nov dec bl",
        Trailing = "m g l u enz etc e.d e.a km kg cm",
        Starters =
            """
            de het een dit dat deze die hij zij ze wij we ik jij je u men er hier daar nu toen dan zo ook maar en of want dus echter toch in
            op aan bij met na naar van voor over om uit door tot tegen onder tussen tijdens sinds volgens zonder als wanneer omdat hoewel
            terwijl wie wat waar waarom hoe welke geen niet alle veel sommige uit nog al wel pas alleen soms vaak altijd nooit misschien
            wellicht ondanks vanaf vanwege naast behalve iedereen niemand iemand elke ieder andere was waren is heeft had wordt werd kan zal
            moet eerst later vroeger verder vervolgens uiteindelijk echter immers beide twee drie zijn haar hun onze mijn bovendien daarom
            daarna inmiddels vandaag gisteren
            """,
        StreetEnding = "str",
        SpeechVerbs = "zei zegt vroeg riep schreef antwoordde vertelde aldus",
    };
}
