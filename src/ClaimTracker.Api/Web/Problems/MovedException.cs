namespace ClaimTracker.Api.Web.Problems;

/// <summary>
/// A resource that is found at another address now, with all that is below it. Thrown by reads; the client gets 308.
/// </summary>
/// <param name="address">The address.</param>
internal sealed class MovedException(string address) : Exception
{
    /// <summary>What stands in place of the address that was asked for: what follows the resource in it stays.</summary>
    public string Of(HttpRequest request)
    {
        var steps = request.Path.Value!.Split('/');
        return string.Join('/', [address, .. steps.Skip(address.Split('/').Length)]) + request.QueryString;
    }
}
