using Ita.LocalHost.Commands;

namespace Ita.LocalHost.Tests.Commands;

public sealed class PortsTests
{
    [Fact]
    public void Ports_come_from_the_environment_or_are_those_of_the_manuals()
    {
        Assert.Equal((7071, "10000,10001,10002"), Text(Ports.Parse(null, "")));
        Assert.Equal((1, "2,3,65535"), Text(Ports.Parse("1", "2,3,65535")));
        Assert.Equal((0, "0,0,0"), Text(Ports.Parse("0", "0,0,0")));
    }

    [Theory]
    [InlineData("-1", null)]
    [InlineData("65536", null)]
    [InlineData("http", null)]
    [InlineData(null, "1,2")]
    [InlineData(null, "1,2,3,4")]
    [InlineData(null, "1,2,2")]
    [InlineData("3", "1,2,3")]
    [InlineData(null, "1,,3")]
    public void Anything_else_is_refused(string? publicPort, string? storagePorts) =>
        Assert.Throws<FormatException>(() => Ports.Parse(publicPort, storagePorts));

    private static (int Public, string Storage) Text(Ports ports) => (ports.Public, string.Join(',', ports.Storage));
}
