using System.Diagnostics;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ClaimTracker.Testing;

/// <summary>
/// Runs the tests of an assembly as xunit does. Reports progress, since `dotnet test` prints nothing until the end, and clears up
/// before the runner learns of the end: it gives the process no time after that.
/// </summary>
/// <param name="messages">Printed as they come, since xunit.runner.json turns diagnostic messages on.</param>
public sealed class TestRun(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            var cases = testCases.ToList();
            AppDomain.CurrentDomain.ProcessExit += static (_, _) => Scratch.Delete(); // Ctrl+C.
            base.RunTestCases(cases, new Observer(executionMessageSink, DiagnosticMessageSink, cases.Count), executionOptions);
        }
    }

    /// <summary>Passes every message on, and counts the tests that have ended.</summary>
    private sealed class Observer(IMessageSink next, IMessageSink messages, int total) : IMessageSink
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

        private readonly Lock _lock = new();
        private long _reported = Stopwatch.GetTimestamp();
        private int _ended;

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseFinished { TestClass.Class.Name: var name }:
                    Count(name);
                    break;
                case ITestAssemblyFinished:
                    Scratch.Delete();
                    break;
            }

            return next.OnMessage(message);
        }

        private void Count(string testClass)
        {
            lock (_lock)
            {
                _ended++;
                if (Stopwatch.GetElapsedTime(_reported) >= Interval)
                {
                    _reported = Stopwatch.GetTimestamp();
                    var name = testClass[(testClass.LastIndexOf('.') + 1)..];
                    messages.OnMessage(new DiagnosticMessage($"{_ended:N0} of {total:N0} tests have run, the last of them in {name}"));
                }
            }
        }
    }
}
