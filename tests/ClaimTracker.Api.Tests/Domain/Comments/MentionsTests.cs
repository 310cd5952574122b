namespace ClaimTracker.Api.Tests.Domain.Comments;

public sealed class MentionsTests
{
    private static readonly string[] Users = ["Noor", "Noor Haddad", "Élodie", "admin (configured)", "港", "𝔘𝔫𝔦"];

    [Theory]
    [InlineData("@Noor Haddad, look.", "Noor Haddad")]
    [InlineData("@noor  HADDAD", "Noor Haddad")]
    [InlineData("@Noor, look.", "Noor")]
    [InlineData("@Noor Haddads register", "Noor")]
    [InlineData("@Noora", "")]
    [InlineData("@\"Noor Haddad\" and (@Élodie).", "Noor Haddad, Élodie")]
    [InlineData("@\"Noor Haddads\"", "")]
    [InlineData("@\"Noor", "")]
    [InlineData("@E\u0301lodie's note", "Élodie")]
    [InlineData("@admin (configured) did", "admin (configured)")]
    [InlineData("@港、見て。 @𝔘𝔫𝔦", "港, 𝔘𝔫𝔦")]
    [InlineData("@Noor @Noor Haddad @NOOR", "Noor, Noor Haddad")]
    [InlineData("Write to ada@noor.example or @ Noor, or @nobody, or @", "")]
    [InlineData("@@Noor", "Noor")]
    public void A_text_mentions_the_users_it_names(string text, string names)
    {
        var ids = Users.Select((name, i) => (Key: TextKey.Of(name), Id: (long)i))
            .ToDictionary(static u => u.Key, static u => u.Id, StringComparer.Ordinal);

        Assert.Equal(names, string.Join(", ", Mentions.Find(text, ids).Select(id => Users[id])));
    }
}
