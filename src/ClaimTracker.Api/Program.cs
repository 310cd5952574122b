using ClaimTracker.Api.Commands;
using ClaimTracker.Api.Host;

if (FileLimit.Refusal() is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

return await CommandLine.RunAsync(args);
