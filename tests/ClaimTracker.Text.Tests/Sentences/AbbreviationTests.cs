namespace ClaimTracker.Text.Tests.Sentences;

/// <summary>
/// Abbreviations of each language between words that would otherwise end and begin a sentence. A bar separates the expected sentences.
/// </summary>
public sealed class AbbreviationTests
{
    [Theory]
    [InlineData("Im Jahr 44 v. Chr. wurde er ermordet. | Das war in Rom.")]
    [InlineData("Die 2. Runde gewann der 1. FC Lund. | Danach verlor er.")]
    [InlineData("Dr. med. Anna Lutz zog nach Frankfurt a. M. in die Lindenstr. 5. | Sie blieb.")]
    [InlineData("Es kostet 5 Mio. Euro, d. h. ca. 3 Prozent. | Die Zahl stieg auf 12. | Das ist viel.")]
    [InlineData("Das ist nicht seine Art. | Niemand weiß es. | Siehe Bd. IV und Tab. 2.")]
    [InlineData("Das Spiel endete 3:1. | 20.000 Zuschauer kamen. | Es war der 3. 5. im Lenz.")]
    [InlineData("Der Verein e. V. wuchs. | Elisabeth II. war da.")]
    public void German(string expected) => Expect.Sentences("de", expected);

    [Theory]
    [InlineData("Selon J.-P. Renard, c'est vrai. | M. Petit le nie.")]
    [InlineData("Le changement de cap. | Paul hésite. | C'est un jeu. | Marie gagne.")]
    [InlineData("Voir t. II, chap. 3 et tabl. 2. | C'est clair. | Il mesure 1,80 m. | Elle aussi.")]
    [InlineData("Cf. p. 3. | Pierre a lu le no. 6 du 1er janv. 2000. | L'année fut belle.")]
    public void French(string expected) => Expect.Sentences("fr", expected);

    [Theory]
    [InlineData("El Sr. D. Juan vive en EE. UU. desde mayo. | Allí trabaja.")]
    [InlineData("Nació en el s. XIX a. C. en la calle C. Colón n. 5. | Murió allí.")]
    [InlineData("Los JJ. OO. fueron largos. | El gral. Mora los vio.")]
    [InlineData("Se fue al mar. | Pedro lo vio en abr. 1990.")]
    public void Spanish(string expected) => Expect.Sentences("es", expected);

    [Theory]
    [InlineData("Ci vediamo mar. 23 nov. | Paolo lo sa. | L'on. Gatti e l'ing. Neri no.")]
    [InlineData("La S.p.A. dei F.lli Rossi chiuse. | È la prima nota. | Mario uscì.")]
    [InlineData("Studia psicol. Serale a Roma. | Vedi pag. 5, vol. III.")]
    public void Italian(string expected) => Expect.Sentences("it", expected);

    [Theory]
    [InlineData("O Pe. Simão e a Eng. Costa vieram. | Quero ir. | Maria não quer.")]
    [InlineData("No séc. XX, o Cap. Reis viu o mar. | Pedro não viu.")]
    [InlineData("Veja o n.º 5, p. 3. | Nada mais. | D. Pedro II. | Ele foi imperador.")]
    public void Portuguese(string expected) => Expect.Sentences("pt", expected);

    [Theory]
    [InlineData("Mr. J. de Wit en drs. A. Bos wonen in de Kerkstr. 5 in Gent. | Zij blijven.")]
    [InlineData("Dit past. | Jan weet dat. | Het is ver. | Piet loopt.")]
    [InlineData("De N.V. maakt o.a. lampen, m.n. voor Z.K.H. Prins Bos. | Dat is veel.")]
    public void Dutch(string expected) => Expect.Sentences("nl", expected);

    [Theory]
    [InlineData("Он родился в 1990 г. | Отец жил в г. Туле на ул. Мира. | В XIX в. | Иван умер.")]
    [InlineData("Там хлеб и т. п. | Иван купил его за 75 руб. 50 коп. | Это много.")]
    [InlineData("Это было в 300 г. до н. э. | Рим был мал. | Она думала о нем. | Пётр ушёл.")]
    [InlineData("Длина 3 м. | Высота 2 м. | А. С. Орлов жил в С.-Петербурге.")]
    [InlineData("В 2002 г. — Конец войны.")]
    public void Russian(string expected) => Expect.Sentences("ru", expected);

    [Theory]
    [InlineData("cs", "Doc. Novák a Ing. Malá dali 5 mil. Kč, tj. asi 3 mld. Kč ročně. | Bylo to např. v čl. 5. | Nikdo neví.")]
    [InlineData("sk", "Firma Lund s. r. o. a napr. MUDr. Malý dali 7 mil. eur. | Bolo to v r. 2019. | Nikto nevie.")]
    [InlineData("fi", "Se maksoi 8 milj. euroa, ts. liikaa. | Esim. Turku ja ns. Vanha talo. | Katso s. 5.")]
    [InlineData("sv", "Det kostade 9 milj. kronor, dvs. för mycket. | Bl.a. Lund och f.d. Kung Karl såg det. | Ingen vet.")]
    [InlineData("no", "Det kostet 4 mrd. kroner, dvs. for mye. | Bl.a. Oslo så det. | Ingen vet.")]
    [InlineData("tr", "Doç. Dr. Kaya 6 mn. TL verdi. | Prof. Ak vb. kişiler geldi. | Kimse bilmiyor.")]
    [InlineData("uk", "Це коштувало 6 млн. Гривень, тобто багато. | Проф. Коваль жив на вул. Лесі. | У 2023 р. ВВП зріс.")]
    [InlineData("ro", "Dl. Pop a dat 5 mil. Lei, resp. mai mult, în str. Lungă nr. 4. | Nimeni nu știe.")]
    [InlineData("hu", "Dr. Nagy 5 mrd. Ft adott, ill. többet. | Kb. 3 ezer ember jött. | Senki sem tudja.")]
    [InlineData("ru", "В 2019 г. ВВП упал. | В 2020 гг. США росли.")]
    [InlineData("pl", "W 2019 r. PKB spadł. | W 2020 r. | Jan wyszedł.")]
    [InlineData("hi", "कि. मी. की दूरी पर पं. शर्मा रहते हैं। | वे ई. पू. की बात करते हैं।")]
    public void Abbreviations_of_more_languages(string language, string expected) => Expect.Sentences(language, expected);

    [Theory]
    [InlineData("da", "Se N°. 42 og nr. 5. | De rejste mod nord. | Peter blev hjemme i maj. | Ida tog af sted.")]
    [InlineData("pl", "Prof. dr hab. Jan Lis i inż. Nowak byli na ul. Polnej. | Dał im. | Jan wyszedł.")]
    [InlineData("bg", "Той живее в гр. София от 1990 г. | Тя е от с. Бели.")]
    [InlineData("kk", "Ол 1990 ж. Алматыда туды. | Бұл анық.")]
    [InlineData("el", "Πέθανε το 5 π.Χ. στη Ρόδο. | Δες σελ. 3.")]
    [InlineData("ar", "التقى د. سالم م. أحمد في القاهرة. | وبلغ السعر 12.75 دولار.")]
    [InlineData("ar", "ولد عام 1950 م. | وتوفي في عام 2001 م. | قال د. سالم ذلك.")]
    [InlineData("ar", "اعلن ناطق (أ. ف. ب) ذلك . | واضاف ان \" الوضع صعب \" . | وانتهى اللقاء .")]
    [InlineData("hi", "प्रो. राव और डॉ. सेन आए। | वे रु. 50 लाए।")]
    [InlineData("fa", "او در سال ۱۳۲۰ ه.ش زاده شد. | پدرش معلم بود.")]
    [InlineData("ur", "ڈاکٹر. خان آئے۔ | وہ چلے گئے۔")]
    public void Other_languages(string language, string expected) => Expect.Sentences(language, expected);
}
