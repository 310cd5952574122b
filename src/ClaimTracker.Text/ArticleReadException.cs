namespace ClaimTracker.Text;

/// <summary>The input passes a limit of the reader. The message says which, in words for the one who sent it.</summary>
public sealed class ArticleReadException(string message) : Exception(message);
