using Ita.App.Storage;

namespace Ita.App.Tests.Storage;

public sealed class ListFiguresTests
{
    private readonly object list = new();
    private int computed;

    [Fact]
    public void A_value_is_computed_once_for_the_same_lists()
    {
        using var figures = new ListFigures<string, int>(2);
        Assert.Equal([1, 1, 2], [Get(figures, "a", list, null), Get(figures, "a", list, null), Get(figures, "b", list, null)]);
    }

    [Fact]
    public void A_value_is_computed_anew_when_one_of_its_lists_is_another_object()
    {
        using var figures = new ListFigures<string, int>(2);
        Assert.Equal([1, 2, 3], [Get(figures, "a", list, null), Get(figures, "a", list, new object()), Get(figures, "a", list)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void More_values_than_are_kept_are_still_right(int keys)
    {
        using var figures = new ListFigures<string, string>(2);
        foreach (var key in Enumerable.Range(1, keys).Select(number => $"{number}"))
        {
            Assert.Equal(key, figures.Get(key, [list], () => key));
        }
    }

    private int Get(ListFigures<string, int> figures, string key, params object?[] sources) => figures.Get(key, sources, () => ++computed);
}
