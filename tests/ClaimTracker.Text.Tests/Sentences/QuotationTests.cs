namespace ClaimTracker.Text.Tests.Sentences;

/// <summary>Quotations in the marks of each language. A bar separates the expected sentences.</summary>
public sealed class QuotationTests
{
    [Theory]
    [InlineData("en", "“We lost. | We will win,” she said. | “When?” he asked.")]
    [InlineData("de", "„Das stimmt nicht.“ | „Warum?“, fragte er. | Sie schwieg.")]
    [InlineData("fr", "« C'est faux. » | Il a souri. | « Vraiment ? » demanda-t-elle.")]
    [InlineData("es", "«No sé.» | «¿Por qué?» | «Porque sí.» | Se fue.")]
    [InlineData("it", "«Non so.» | «Perché?» chiese. | Nessuno parlò.")]
    [InlineData("pt", "“Não.” | “Por quê?” | “Porque não.” | Ele saiu.")]
    [InlineData("nl", "'Dat is niet waar.' | Hij zweeg. | 'Echt?', vroeg ze.")]
    [InlineData("ru", "«Это правда?» — спросил он. | «Да». | Она ушла.")]
    [InlineData("ar", "وقال: «لن نقبل بذلك. | هذا موقفنا». | وانتهى الاجتماع.")]
    [InlineData("pl", "„Nie wiem.” | „Dlaczego?” | Wyszedł.")]
    public void Two_sentences_in_a_quotation_are_two(string language, string expected) => Expect.Sentences(language, expected);

    [Theory]
    [InlineData("zh", "他说：“这是真的。”|然后他走了。|“真的！”|她笑了。")]
    [InlineData("zh", "他走了。|“真的吗？”|没有人知道。")]
    [InlineData("ja", "本当ですか？|はい！|率は３．５％です。")]
    public void Quotations_without_spaces_are_split(string language, string expected) =>
        Expect.SentencesWithoutSpaces(language, expected);
}
