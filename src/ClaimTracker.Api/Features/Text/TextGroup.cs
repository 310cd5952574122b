using FastEndpoints;

namespace ClaimTracker.Api.Features.Text;

/// <summary>What can be told of any text; nothing of it is stored.</summary>
internal sealed class TextGroup : Group
{
    public TextGroup() => Configure("", static group => group.Tags("Text"));
}
