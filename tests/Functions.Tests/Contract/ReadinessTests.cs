using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.Contract;

/// <summary>How the process starts and dies, under the settings that the base image makes for itself (contract.md, sections 1 and 6).</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task It_answers_on_loopback_and_the_port_it_was_given_and_nowhere_else()
    {
        using var handler = LoneHandler.Run();
        await handler.AnsweringAsync();

        Assert.All(OtherAddresses(), address => Assert.False(Listens(address, handler.Address!.Port), $"listens on {address}"));
    }

    [Fact]
    public async Task Its_content_root_is_its_own_folder()
    {
        using var handler = LoneHandler.Run();
        await handler.AnsweringAsync();

        await Eventually.TrueAsync(() => Task.FromResult(handler.Output.Any(IsContentRoot)), "the line with the content root");
        Assert.Contains(BuiltApp.Folder, handler.Output.First(IsContentRoot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_normal_run_writes_nothing_to_stderr_and_one_json_object_a_line_to_stdout()
    {
        using var handler = LoneHandler.Run();
        await handler.AnsweringAsync();
        using var live = await handler.Http.GetAsync(new Uri(handler.Address!, "/api/health/live"));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        await Eventually.TrueAsync(() => Task.FromResult(handler.Output.Any(IsContentRoot)), "the line with the content root");
        Assert.Empty(handler.Errors);
        Assert.All(handler.Output, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_an_error()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var handler = LoneHandler.Run(((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));

        Assert.NotEqual(0, await handler.ExitCodeAsync());
    }

    [Fact]
    public async Task A_port_that_is_no_number_ends_it_with_an_error()
    {
        using var handler = LoneHandler.Run("eighty");

        Assert.NotEqual(0, await handler.ExitCodeAsync());
    }

    private static bool IsContentRoot(string line) => line.Contains("Content root path", StringComparison.Ordinal);

    // 127.0.0.2 is loopback too, and answers when somebody binds to all addresses.
    private static IEnumerable<IPAddress> OtherAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(own => own.Address)
        .Where(address => !address.Equals(IPAddress.Loopback))
        .Append(IPAddress.Parse("127.0.0.2"));

    private static bool Listens(IPAddress address, int port)
    {
        using var client = new TcpClient(address.AddressFamily);
        try
        {
            client.Connect(address, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
