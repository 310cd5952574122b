namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>Tests that start the service as a process and host nothing themselves: much of their time is spent waiting for it.</summary>
[CollectionDefinition(Name)]
public static class Processes
{
    public const string Name = "Processes";
}
