namespace ClaimTracker.Text.Sentences.Languages;

/// <summary>Languages without capitals: only words that never end a sentence can be told from the others.</summary>
internal static class ArabicScript
{
    public static readonly LanguageWords Arabic = new()
    {
        Binding = "د أ م ا.د أ.د ب د.ت ص.ب ت ج ح س ش ط ع ف ق ن و.ص ص.م أ.ف.ب",
        Trailing = "م هـ الخ إلخ",
        BeforeNumbers = "ص رقم ت هـ م ج ط",
    };

    public static readonly LanguageWords Persian = new()
    {
        Binding = "د م ق ه.ش ه.ق ر.ک ج ت مهندس ص",
        BeforeNumbers = "ص ش ج م ق",
        Trailing = "م ق غیره",
    };

    public static readonly LanguageWords Urdu = new()
    {
        Binding = "ڈاکٹر ڈاکڑ مسٹر مسز ص ج پروفیسر ایم بی اے",
        BeforeNumbers = "ص نمبر ج",
    };
}
