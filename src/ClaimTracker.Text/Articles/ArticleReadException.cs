namespace ClaimTracker.Text;

/// <summary>
/// Reports input that cannot be decoded or that exceeds a limit of the reader. The message is written for the sender of the input.
/// </summary>
public sealed class ArticleReadException(string message) : Exception(message);
