using ClaimTracker.Text.Languages;

namespace ClaimTracker.Text.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The council said that it had spent more than ever before.")]
    [InlineData("de", "Der Rat hat nach eigenen Angaben mehr Geld ausgegeben als je zuvor.")]
    [InlineData("fr", "Le conseil a dit qu'il avait dépensé plus que jamais dans la ville.")]
    [InlineData("es", "El consejo dijo que había gastado más que nunca en la ciudad.")]
    [InlineData("it", "Il consiglio ha detto che la spesa non è mai stata così alta.")]
    [InlineData("pt", "O conselho disse que não gastou mais do que no ano passado.")]
    [InlineData("nl", "De raad zei dat het meer geld had uitgegeven dan ooit tevoren.")]
    [InlineData("da", "Rådet sagde, at det havde brugt flere penge end nogensinde før.")]
    [InlineData("pl", "Rada powiedziała, że wydała więcej niż w zeszłym roku i że to nie koniec.")]
    [InlineData("ru", "Совет сообщил, что он потратил больше, чем в прошлом году.")]
    [InlineData("bg", "Съветът съобщи, че е похарчил повече от миналата година.")]
    [InlineData("ar", "قال المجلس إنه أنفق أكثر من أي وقت مضى في العام الماضي.")]
    [InlineData("fa", "شورا گفت که بیش از هر زمان دیگری در سال گذشته هزینه کرده است.")]
    [InlineData("ur", "کونسل نے کہا کہ اس نے پچھلے سال سے زیادہ خرچ کیا ہے۔")]
    [InlineData("ja", "市議会は昨年より多くの予算を使ったと述べた。")]
    [InlineData("zh", "市议会表示，去年的支出比以往任何时候都多。")]
    [InlineData("el", "Το συμβούλιο ξόδεψε περισσότερα από ποτέ.")]
    [InlineData("hi", "परिषद ने पिछले साल अधिक खर्च किया।")]
    [InlineData("hy", "Խորհուրդը ավելի շատ ծախսեց։")]
    [InlineData("und", "12345 67")]
    [InlineData("und", "")]
    public void The_language_of_a_sentence_is_detected(string language, string text) =>
        Assert.Equal(language, LanguageDetector.Detect(text));
}
