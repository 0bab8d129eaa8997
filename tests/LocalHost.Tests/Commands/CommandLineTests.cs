using System.CommandLine;
using System.Text.Json;
using Ita.LocalHost.App;
using Ita.LocalHost.Commands;
using Ita.LocalHost.Common;
using Ita.LocalHost.Triggers;

namespace Ita.LocalHost.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task The_port_comes_from_the_option_then_the_environment_then_7071()
    {
        Assert.Equal(1, (await ReadAsync(["--app", "x", "--port", "1"], "2")).Options.Port);
        Assert.Equal(2, (await ReadAsync(["--app", "x"], "2")).Options.Port);
        Assert.Equal(7071, (await ReadAsync(["--app", "x"], null)).Options.Port);
    }

    [Fact]
    public async Task All_options_are_understood()
    {
        var log = Path.GetTempFileName();
        var (options, ready) = await ReadAsync(["--app", "x", "--log", log, "--ready-file", "r", "--lease", "2"], null);
        Assert.Equal(("x", "r", TimeSpan.FromSeconds(2)), (options.AppFolder, ready, options.QueueLease));
        File.Delete(log);
    }

    [Theory]
    [InlineData("--port", "1")]
    [InlineData("--app")]
    [InlineData("--app", "x", "--nonsense")]
    [InlineData("--app", "x", "--http-mode", "proxying")]
    [InlineData("--app", "x", "--port", "99999")]
    [InlineData("--app", "x", "--lease", "0")]
    [InlineData("serve", "--nonsense")]
    [InlineData("serve", "--data")]
    [InlineData("once", "--app", "x")]
    [InlineData("once", "--app", "x", "no-such-file")]
    [InlineData("once", "--app", "x", ".", "--nonsense")]
    [InlineData("once", "--app", "x", ".", "--formats", "doc")]
    [InlineData("once", "--app", "x", ".", "--formats", "pdf,odt")]
    [InlineData("once", "--app", "x", ".", "--digits", "roman")]
    [InlineData("once", "--app", "x", ".", "--reports", "banana")]
    [InlineData("once", "--app", "x", ".", "--reports", "memo,banana")]
    public void Anything_else_is_refused(params string[] arguments) => Assert.NotEmpty(Root(null).Parse(arguments).Errors);

    [Theory]
    [InlineData("pdf", null, false, "pdf", "arabic thai thai")]
    [InlineData("pdf,docx", null, false, "pdf docx", "arabic thai thai")]
    [InlineData("pdf,docx", "thai", true, "docx", "thai thai thai")]
    [InlineData("docx", "arabic", false, "docx", "arabic arabic arabic")]
    public void Letters_and_plans_have_Thai_digits_and_analyses_have_none_unless_others_are_wanted(
        string formats, string? digits, bool withoutPdf, string expected, string expectedDigits)
    {
        var reports = OnceReports.Of("analysis,memo", formats, digits, withoutPdf);

        Assert.Equal(expected, string.Join(' ', reports.Formats));
        Assert.Equal(expectedDigits, string.Join(' ', new[] { "analysis", "memo", "measures" }.Select(kind => reports.DigitsOf(kind, null))));
    }

    [Theory]
    [InlineData(null, "memo", "arabic")]
    [InlineData(null, "measures", "thai")]
    [InlineData("thai", "memo", "thai")]
    public void Digits_of_the_settings_are_used_unless_others_are_wanted(string? digits, string kind, string expected)
    {
        using var settings = JsonDocument.Parse("""{"digits":[{"kind":null,"digits":"thai"},{"kind":"memo","digits":"arabic"}]}""");

        Assert.Equal(expected, OnceReports.Of("memo", "pdf", digits, false).DigitsOf(kind, settings.RootElement));
    }

    [Theory]
    [InlineData("emblem.png", true)]
    [InlineData("emblem-0615.SVG", true)]
    [InlineData("in/emblem-0615.jpeg", true)]
    [InlineData("emblems.png", false)]
    [InlineData("emblem.csv", false)]
    [InlineData("photo.png", false)]
    public void An_emblem_is_known_by_its_name(string file, bool isEmblem) => Assert.Equal(isEmblem, OnceEmblems.Is(file));

    [Fact]
    public void A_port_in_the_environment_that_is_none_is_refused() =>
        Assert.Throws<FormatException>(() => Root("http").Parse(["--app", "x"]).GetValue<int>("--port"));

    private static RootCommand Root(string? environmentPort, Func<FunctionsHostOptions, string?, Task>? host = null)
    {
        var root = HostCommand.Create(host ?? ((_, _) => Task.CompletedTask), environmentPort);
        root.Add(ServeCommand.Create(CancellationToken.None));
        root.Add(OnceCommand.Create(CancellationToken.None));
        return root;
    }

    private static async Task<(FunctionsHostOptions Options, string? ReadyFile)> ReadAsync(string[] arguments, string? environmentPort)
    {
        (FunctionsHostOptions, string?) read = default;
        await Root(environmentPort, (options, ready) =>
        {
            read = (options, ready);
            return Task.CompletedTask;
        }).Parse(arguments).InvokeAsync();
        return read;
    }
}
