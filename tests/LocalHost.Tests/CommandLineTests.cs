namespace Ita.LocalHost.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void The_port_comes_from_the_option_then_the_environment_then_7071()
    {
        Assert.Equal(1, Port(["--app", "x", "--port", "1"], "2"));
        Assert.Equal(2, Port(["--app", "x"], "2"));
        Assert.Equal(7071, Port(["--app", "x"], null));
    }

    [Fact]
    public void All_options_are_understood()
    {
        var line = CommandLine.Parse(
            ["--app", "x", "--log", "l", "--ready-file", "r", "--lease", "2"], null);
        Assert.Equal(("l", "r"), (line.LogFile, line.ReadyFile));
        Assert.Equal(TimeSpan.FromSeconds(2), line.ToOptions(_ => { }).QueueLease);
    }

    [Theory]
    [InlineData("--port", "1")]
    [InlineData("--app")]
    [InlineData("--app", "x", "--nonsense")]
    [InlineData("--app", "x", "--http-mode", "proxying")]
    [InlineData("--app", "x", "--port", "99999")]
    [InlineData("--app", "x", "--lease", "0")]
    public void Anything_else_is_refused(params string[] arguments) =>
        Assert.Throws<FormatException>(() => CommandLine.Parse(arguments, null).ToOptions(_ => { }));

    private static int Port(string[] arguments, string? environment) => CommandLine.Parse(arguments, environment).ToOptions(_ => { }).Port;
}
