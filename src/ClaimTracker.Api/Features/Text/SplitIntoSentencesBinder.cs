using System.Reflection;

namespace ClaimTracker.Api.Features.Text;

/// <summary>A text comes as JSON, or bare with its language in the query.</summary>
internal sealed class SplitIntoSentencesBinder : IRequestBinder<SplitIntoSentencesRequest>
{
    private static readonly Dictionary<string, PropertyInfo> None = [];

    private static readonly Dictionary<string, PropertyInfo> Facts = new(StringComparer.Ordinal)
    {
        ["language"] = typeof(ProseFacts).GetProperty(nameof(ProseFacts.Language))!,
    };

    public async ValueTask<SplitIntoSentencesRequest> BindAsync(BinderContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext.Request;
        if (RequestBody.RequireType(http, "application/json", "text/plain") == "application/json")
        {
            QueryKeys.Refuse(http, None);
            return JsonBody.Read<SplitIntoSentencesRequest>(await RequestBody.ReadAsync(http, cancellation));
        }

        QueryKeys.Refuse(http, Facts);
        var request = new SplitIntoSentencesRequest { Text = await RequestBody.ReadTextAsync(http, "text", cancellation) };
        QueryKeys.Bind(http, request, Facts);
        return request;
    }
}
