#pragma once

/* With ICU its headers bring in ICU's, which clash with those that Foundation has of its own. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/xmlreader.h>
