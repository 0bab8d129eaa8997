using System.Globalization;
using Ita.Functions.Storage.Tables;
using Ita.Tests;

namespace Ita.Functions.Tests.Storage;

public sealed class TableQueryTests(AzuriteStore azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Two_thousand_five_hundred_entities_come_in_three_pages_each_once()
    {
        var table = await NewTableAsync();
        await AddAllAsync(table, Enumerable.Range(0, 2500).Select(n => new TableEntity("2569", $"A{n:D5}") { ["N"] = n }));

        var pages = await PagesAsync(table, null, null);

        Assert.Equal([1000, 1000, 500], pages.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(0, 2500), pages.SelectMany(page => page.Values).Select(entity => entity.GetInt32("N")!.Value));
    }

    [Fact]
    public async Task A_query_can_be_taken_up_again_from_its_continuation_token()
    {
        var table = await NewTableAsync();
        await AddAllAsync(table, Enumerable.Range(0, 30).Select(n => new TableEntity("ปี 2569", $"'{n:D2}' ก")));

        var first = (await PagesAsync(table, null, 10))[0];
        var rest = await PagesAsync(table, first.ContinuationToken, 10);

        Assert.Equal([10, 10], rest.Select(page => page.Values.Count));
        Assert.Equal("'10' ก", rest[0].Values[0].RowKey);
        Assert.Null(rest[^1].ContinuationToken);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("เทศบาลเมือง'ทดสอบ'")]
    [InlineData("' or true or '")]
    [InlineData("50% & more = + ; {0}")]
    public async Task A_filter_finds_exactly_the_text_it_was_given(string name)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "wanted") { ["Name"] = name });
        await table.AddEntityAsync(new("2569", "other") { ["Name"] = "other" });

        var found = await AllAsync(table, TableFilter.Create($"PartitionKey eq {"2569"} and Name eq {name}"));

        Assert.Equal("wanted", Assert.Single(found).RowKey);
    }

    [Fact]
    public async Task A_filter_compares_every_type_in_its_own_way()
    {
        var table = await NewTableAsync();
        var time = DateTimeOffset.Parse("2026-10-01T00:00:00Z", CultureInfo.InvariantCulture);
        var guid = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");
        var wanted = new TableEntity("p", "wanted") { ["I"] = 2, ["L"] = 1L << 53, ["D"] = 2.5, ["B"] = true, ["T"] = time, ["G"] = guid };
        var other = new TableEntity("p", "other") { ["I"] = 1, ["L"] = 1L, ["D"] = 1.5, ["B"] = false, ["T"] = time.AddDays(-1), ["G"] = Guid.Empty };
        await AddAllAsync(table, [wanted, other]);

        FormattableString[] filters =
            [$"I gt {1}", $"L eq {1L << 53}", $"D gt {2.0}", $"B eq {true}", $"T ge {time}", $"G eq {guid}"];

        foreach (var filter in filters.Select(TableFilter.Create))
        {
            Assert.Equal("wanted", Assert.Single(await AllAsync(table, filter)).RowKey);
        }
    }

    [Fact]
    public void Literals_are_written_as_the_service_reads_them()
    {
        var time = DateTimeOffset.Parse("2026-10-01T07:00:00+07:00", CultureInfo.InvariantCulture);

        Assert.Equal("A eq 'it''s' or B eq 5L", TableClient.CreateQueryFilter($"A eq {"it's"} or B eq {5L}"));
        Assert.Equal("D eq 2.0", TableFilter.Create($"D eq {2d}"));
        Assert.Equal("T lt datetime'2026-10-01T00:00:00.0000000Z'", TableFilter.Create($"T lt {time}"));
        Assert.Equal("X eq X'00FF'", TableFilter.Create($"X eq {new byte[] { 0, 255 }}"));
    }

    [Fact]
    public void A_value_without_a_literal_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TableFilter.Create($"A eq {1.5m}"));
        Assert.Throws<ArgumentException>(() => TableFilter.Create($"A eq {null}"));
    }

    private static async Task<List<Azure.Page<TableEntity>>> PagesAsync(TableClient table, string? token, int? size)
    {
        var pages = new List<Azure.Page<TableEntity>>();
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: size).AsPages(token))
        {
            pages.Add(page);
        }

        return pages;
    }
}
