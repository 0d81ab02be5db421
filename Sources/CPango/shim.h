#pragma once

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

/* A cast with a check in it, too involved for Swift to see. */
static inline PangoCairoFontMap *shim_cairo_font_map(PangoFontMap *map)
{
    return PANGO_CAIRO_FONT_MAP(map);
}
