using System.Globalization;
using Ita.Functions.Storage.Tables;
using Ita.Tests;

namespace Ita.Functions.Tests.Storage;

public sealed class TableTypesTests(AzuriteStore azurite) : TableTests(azurite)
{
    public static TheoryData<string, object> Values => new()
    {
        { "empty text", "" },
        { "Thai text with tone marks", "ที่นี่ น้ำใจ ฯลฯ ๆ" },
        { "quotes, breaks and braces", "\"'\\ {a:1} \r\n\t --changeset_ita-- HTTP/1.1 409" },
        { "text beyond the basic plane", "🇹🇭 \u2028 \u00A0" },
        { "text that looks like a time", "2026-11-20T00:00:00Z" },
        { "int", int.MinValue },
        { "long beyond what a JavaScript number holds", (1L << 53) + 1 },
        { "small long", 1L },
        { "longest long", long.MinValue },
        { "double", 0.1 },
        { "double without a fraction", 1.0 },
        { "smallest double", double.Epsilon },
        { "greatest double", double.MaxValue },
        { "not a number", double.NaN },
        { "infinite", double.NegativeInfinity },
        { "true", true },
        { "false", false },
        { "time with all its ticks", DateTimeOffset.Parse("2026-11-20T08:09:10.1234567Z", CultureInfo.InvariantCulture) },
        { "bytes", new byte[] { 0, 127, 128, 255 } },
        { "no bytes", Array.Empty<byte>() },
        { "guid", Guid.Parse("01234567-89ab-cdef-0123-456789abcdef") },
    };

    [Theory, MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_was_alone_and_in_a_batch(string what, object value)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new(what, "alone") { ["Value"] = value });
        await table.SubmitTransactionAsync([Add(new(what, "batch") { ["Value"] = value })]);

        foreach (var entity in await AllAsync(table))
        {
            Assert.Equal(value.GetType(), entity["Value"]!.GetType());
            Assert.Equal(value, entity["Value"]);
        }

        TableEntity read = await table.GetEntityAsync<TableEntity>(what, "alone");
        Assert.Equal(value, read["Value"]);
    }

    [Fact]
    public async Task A_time_in_Bangkok_comes_back_as_the_same_instant_in_UTC()
    {
        var table = await NewTableAsync();
        var bangkok = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(7));
        await table.AddEntityAsync(new("p", "r") { ["At"] = bangkok });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(bangkok, read.GetDateTimeOffset("At"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("At")!.Value.Offset);
    }

    [Fact]
    public async Task A_null_is_the_same_as_no_property()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("p", "r") { ["Nothing"] = null });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.False(read.ContainsKey("Nothing"));
        Assert.Null(read.GetInt64("Nothing"));
    }

    [Fact]
    public async Task A_decimal_is_refused_rather_than_rounded()
    {
        var table = await NewTableAsync();

        var refused = await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new("p", "r") { ["Score"] = 84.985m }));

        Assert.Contains("Score", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_property_as_another_type_is_a_bug()
    {
        var entity = new TableEntity("p", "r") { ["Count"] = 1 };

        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Count"));
    }
}
