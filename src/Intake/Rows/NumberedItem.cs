namespace Ita.Intake.Rows;

/// <summary>An item as rows name it, with the number of its key.</summary>
/// <param name="Number">See <see cref="YearBook.NumberOf"/>; -1 for the rating, which is no score.</param>
internal sealed record NumberedItem(KnownItem Item, int Number)
{
    /// <summary>Whether rows of this item should name the part of the instrument.</summary>
    public bool ExpectsPart { get; } = Number >= 0 && Item.WantsPart && Item.IsItem;

    /// <summary>Whether the item belongs to an instrument with parts and names none of them.</summary>
    public bool WantsPart { get; } = Item.WantsPart;
}
