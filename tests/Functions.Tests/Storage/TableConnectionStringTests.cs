using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Tests.Storage;

public sealed class TableConnectionStringTests
{
    private const string Key = RecordingHandler.Key;

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData($"AccountName=ita;AccountKey={Key};TableEndpoint=http://azurite:10002/ita;", "http://azurite:10002/ita")]
    [InlineData($"AccountName=ita;AccountKey={Key}", "https://ita.table.core.windows.net/")]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=ita;AccountKey={Key};EndpointSuffix=core.example", "https://ita.table.core.example/")]
    public void A_connection_string_says_where_the_tables_are(string text, string endpoint) =>
        Assert.Equal(endpoint, new TableServiceClient(text).Uri.AbsoluteUri);

    [Theory]
    [InlineData($"AccountKey={Key}", "AccountName")]
    [InlineData("AccountName=ita", "AccountKey")]
    [InlineData("TableEndpoint=https://ita.example;SharedAccessSignature=sv=1", "AccountName")]
    [InlineData("rubbish", "Name=Value")]
    public void A_missing_part_is_named(string text, string part)
    {
        var refused = Assert.Throws<FormatException>(() => new TableServiceClient(text));

        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.Message, StringComparison.Ordinal);
    }
}
