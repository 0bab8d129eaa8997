using System.Diagnostics;
using Ita.Tests;

namespace Ita.App.Tests.Hosting;

/// <summary>Runs a script of the tests with Node, in the root of the repository, where node_modules is.</summary>
internal static class Node
{
    /// <returns>The standard output.</returns>
    public static async Task<string> RunAsync(params string[] scriptAndArguments)
    {
        var start = new ProcessStartInfo("node", scriptAndArguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return await output;
    }
}
