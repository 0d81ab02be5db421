#pragma once

#include <qpdf/qpdf-c.h>

/* What qpdf itself inflates with; it has no limit to set, zlib called from here has. */
#include <zlib.h>
