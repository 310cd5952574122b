namespace ClaimTracker.Text.Tests.Sentences;

/// <summary>Rules of several languages. A bar separates the expected sentences.</summary>
public sealed class LanguageRulesTests
{
    [Theory]
    [InlineData("de", "Prof. Dr. Lena Voss sprach mit Hrn. Bauer. | Beide gingen.")]
    [InlineData("fr", "Mme Leroy a vu le Dr. Petit et M. Roux. | Ils sont partis.")]
    [InlineData("es", "El Sr. Peña llamó a la Dra. Ruiz. | Ella respondió.")]
    [InlineData("it", "La dott.ssa Neri ha visto il sig. Gallo. | Sono usciti.")]
    [InlineData("pt", "O Sr. Lopes falou com a Dra. Reis. | Ela concordou.")]
    [InlineData("nl", "Mevr. De Wit belde prof. Bakker. | Hij nam op.")]
    [InlineData("da", "Hr. Holm mødte prof. Lund. | De talte sammen.")]
    [InlineData("pl", "Wczoraj prof. Nowak spotkał dr. Lisa. | Rozmawiali.")]
    [InlineData("ru", "Вчера проф. Орлов видел г-н. Белова. | Они ушли.")]
    [InlineData("bg", "Вчера проф. Петров видя инж. Колев. | Те си тръгнаха.")]
    [InlineData("el", "Ο κ. Νίκου είδε τον δρ. Παππά. | Μίλησαν πολύ.")]
    [InlineData("ar", "قال د. سامي ذلك. | ثم غادر.")]
    [InlineData("hi", "कल डॉ. राव आए। | वे चले गए।")]
    public void A_title_does_not_end_a_sentence_before_its_name(string language, string expected) => Expect.Sentences(language, expected);

    [Theory]
    [InlineData("de", "Siehe Nr. 7 und S. 12 dazu. | Das genügt.")]
    [InlineData("fr", "Voir art. 12 et p. 40 du texte. | C'est clair.")]
    [InlineData("es", "Véase el art. 9 y la pág. 30. | Es claro.")]
    [InlineData("it", "Si veda l'art. 21 a pag. 14. | È chiaro.")]
    [InlineData("pt", "Veja o art. 5 na pág. 8. | É claro.")]
    [InlineData("nl", "Zie art. 3 en nr. 11 daarvan. | Dat is alles.")]
    [InlineData("da", "Se nr. 4 og s. 19 i bogen. | Det er alt.")]
    [InlineData("pl", "Zob. art. 8 i nr. 15 ustawy. | To wszystko.")]
    [InlineData("ru", "См. рис. 3 и табл. 5 там. | Всё ясно.")]
    [InlineData("el", "Βλ. αρ. 6 και σελ. 18 εκεί. | Αυτό αρκεί.")]
    public void An_abbreviation_does_not_end_a_sentence_before_its_number(string language, string expected) =>
        Expect.Sentences(language, expected);

    [Theory]
    [InlineData("de", "Sie begann am 3. Oktober und endete im 18. Jahrhundert. | Er war der 5. Zeuge.")]
    [InlineData("de", "Ludwig XIV. | Der war nicht klein. | Gezählt wurden 312. | Das war viel.")]
    [InlineData("da", "Det skete den 3. Oktober i huset. | Alle kom.")]
    [InlineData("de", "Termin ist am 4. 11. im Rathaus. | Bitte kommen.")]
    public void An_ordinal_keeps_its_full_stop(string language, string expected) =>
        Expect.Sentences(language, expected);

    [Theory]
    [InlineData("de", "Sie kauften z. B. Brot, d. h. Essen usw. | Dann gingen sie.")]
    [InlineData("es", "Venden pan, leche, etc. | Abren a las nueve.")]
    [InlineData("it", "Vendono pane, latte ecc. | Aprono alle nove.")]
    [InlineData("pl", "Sprzedają chleb, mleko itd. | Otwierają rano.")]
    [InlineData("ru", "Там хлеб, молоко и т. д. | Цены растут.")]
    [InlineData("fr", "La ville compte 13 hab. / km2 en 50 av. J.-C. selon lui. | Elle grandit.")]
    [InlineData("de", "Das Haus usw. steht leer. | Niemand wohnt dort.")]
    public void The_close_of_a_list_ends_a_sentence_only_before_a_capital(string language, string expected) =>
        Expect.Sentences(language, expected);

    [Theory]
    [InlineData("fr", "La loi est votée ; | Elle entre en vigueur demain.")]
    [InlineData("es", "La ley fue aprobada; | El senado la votó ayer.")]
    [InlineData("it", "La legge è passata: | Il senato ha votato ieri.")]
    [InlineData("es", "Fueron Lima; Quito; Bogotá y otras.")]
    [InlineData("en", "He said: The law is dead; The end.")]
    public void A_soft_mark_ends_a_sentence_before_a_starter_in_some_languages(string language, string expected) =>
        Expect.Sentences(language, expected);

    [Theory]
    [InlineData("el", "Ποιος το είπε αυτό; | Δεν ξέρουμε.")]
    [InlineData("hy", "Նա գնաց տուն: | Մենք մնացինք:")]
    [InlineData("hy", "Պատճառը սա է. նա գնաց:")]
    [InlineData("ur", "یہ سچ ہے۔ | وہ چلا گیا۔")]
    [InlineData("fa", "آیا درست است؟ | بله، درست است.")]
    [InlineData("my", "သူသွားသည်။ | ငါနေသည်။")]
    [InlineData("kk", "Ол кетті. | Біз қалдық.")]
    public void A_language_has_its_own_marks(string language, string expected) => Expect.Sentences(language, expected);

    [Theory]
    [InlineData("my", "သူသွားသည်၊၊ | ငါ၊ သူနေသည်။")]
    [InlineData("bo", "ཁོང་ཕེབས་སོང་། | ང་བསྡད་པ་ཡིན།། | དེ་རེད། །")]
    [InlineData("ja", "彼はＵ．Ｓ．に行った。 | 次はＤｒ．林だ。")]
    public void Marks_of_other_scripts_are_told_from_their_other_uses(string language, string expected) =>
        Expect.Sentences(language, expected);

    [Theory]
    [InlineData("ar", "أعلن المجلس ذلك.|وأضاف أن السعر 12.5 دولار!|ثم غادر.")]
    [InlineData("fa", "او گفت که رفت.|سپس در سال ه.ش برگشت.")]
    [InlineData("en", "Is it open?|they will ask a.example/q?page=2 or who?")]
    [InlineData("en", "It was signed in 2024.|Critics left. ")]
    public void A_missing_space_is_found_in_more_scripts(string language, string expected) =>
        Expect.SentencesWithoutSpaces(language, expected.TrimEnd());

    [Fact]
    public void A_semicolon_is_a_question_mark_only_in_Greek() => Assert.Single(SentenceSplitter.Split("They came; They left", "en"));

    [Theory]
    [InlineData("「雨です。」と彼は言った。")]
    [InlineData("《走吧！朋友》很好看。")]
    [InlineData("《走吧！》很好看。")]
    public void A_quotation_or_title_inside_a_sentence_does_not_end_it(string text) =>
        Assert.Single(SentenceSplitter.Split(text, text.Contains('と', StringComparison.Ordinal) ? "ja" : "zh"));

    [Fact]
    public void A_Dutch_quotation_opens_with_commas_and_closes_with_apostrophes() =>
        Expect.Sentences("nl", "Hij won de race. | ,, Ik was snel. | Heel snel. '' | Daarna sliep hij.");
}
